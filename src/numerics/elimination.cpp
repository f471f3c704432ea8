// SPDX-License-Identifier: Apache-2.0
// Finds the elimination order and its fill once, then runs it (Crout's form: each entry is finished in a register).
#include "cicatrix/numerics/elimination.hpp"

#include "cicatrix/base/unrolled.hpp"

#include <limits>
#include <stdexcept>

namespace cicatrix {

/// Works on the pattern as a full table; only used once per layer.
class Elimination::Builder {
public:
    Builder(Elimination& target, const std::vector<std::pair<int, int>>& nonzeros, const std::vector<bool>& left_out)
        : target_{target}, n_{target.size_}, table_(index(n_, 0)), done_(static_cast<std::size_t>(n_), false) {
        for (std::size_t e = 0; e < nonzeros.size(); ++e) {
            const auto [row, column] = nonzeros[e];
            if (row < 0 || row >= n_ || column < 0 || column >= n_)
                throw std::logic_error{"a Jacobian entry lies outside its system"};
            if (!left_out.empty() && left_out[e]) continue;
            if (at(row, column).used) throw std::logic_error{"a Jacobian entry is listed twice"};
            at(row, column) = {true, static_cast<std::int32_t>(e), {}, 0};
        }
        for (int i = 0; i < n_; ++i) at(i, i).used = true;
    }

    void run() {
        for (int step = 0; step < n_; ++step) eliminate(cheapest());
        if (target_.entries_.size() > std::numeric_limits<std::uint16_t>::max())
            throw std::logic_error{"a layer couples too many fields"};
    }

private:
    struct Cell {
        bool used = false;
        std::int32_t source = -1;
        std::vector<Term> terms;
        std::uint16_t slot = 0;
    };

    std::size_t index(int row, int column) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(n_) + static_cast<std::size_t>(column);
    }
    Cell& at(int row, int column) { return table_[index(row, column)]; }
    bool open(int i) const { return !done_[static_cast<std::size_t>(i)]; }

    /// The diagonal whose elimination can fill in least; ties go to the lowest number.
    int cheapest() {
        int best = -1;
        long best_cost = std::numeric_limits<long>::max();
        for (int p = 0; p < n_; ++p) {
            if (!open(p)) continue;
            long in_row = 0, in_column = 0;
            for (int i = 0; i < n_; ++i) {
                if (i == p || !open(i)) continue;
                in_row += at(p, i).used;
                in_column += at(i, p).used;
            }
            if (in_row * in_column >= best_cost) continue;
            best_cost = in_row * in_column;
            best = p;
        }
        return best;
    }

    void finish(Cell& cell, int unknown) {
        cell.slot = static_cast<std::uint16_t>(target_.entries_.size());
        target_.entries_.push_back(
            {cell.source, static_cast<std::uint16_t>(unknown), static_cast<std::uint16_t>(cell.terms.size())});
        target_.terms_.insert(target_.terms_.end(), cell.terms.begin(), cell.terms.end());
    }

    void eliminate(int p) {
        done_[static_cast<std::size_t>(p)] = true;
        std::vector<int> right, under;
        finish(at(p, p), p);
        for (int j = 0; j < n_; ++j)
            if (open(j) && at(p, j).used) right.push_back(j);
        for (int i = 0; i < n_; ++i)
            if (open(i) && at(i, p).used) under.push_back(i);
        for (int j : right) finish(at(p, j), j);
        for (int i : under) finish(at(i, p), i);
        for (int i : under)
            for (int j : right) {
                at(i, j).used = true;
                at(i, j).terms.push_back({at(i, p).slot, at(p, j).slot});
            }
        std::uint16_t lower_count = 0;
        for (const Pivot& earlier : target_.pivots_) {
            const Cell& left = at(p, earlier.unknown);
            if (!left.used) continue;
            target_.lower_.push_back({left.slot, earlier.unknown});
            ++lower_count;
        }
        target_.pivots_.push_back({static_cast<std::uint16_t>(p), static_cast<std::uint16_t>(right.size()),
                                   static_cast<std::uint16_t>(under.size()), lower_count});
    }

    Elimination& target_;
    int n_;
    std::vector<Cell> table_;
    std::vector<bool> done_;
};

Elimination::Elimination(int size, const std::vector<std::pair<int, int>>& nonzeros, const std::vector<bool>& left_out)
    : size_{size} {
    Builder{*this, nonzeros, left_out}.run();
}

namespace {

/// Some lanes side by side: long chains of subtractions then do not wait for each other.
template <std::size_t Width, class Group>
struct Wide {
    Group part[Width];
    static Wide load(const Group* from) {
        Wide r;
        unrolled<Width>([&](std::size_t w) { r.part[w] = from[w]; });
        return r;
    }
    void store(Group* to) const {
        unrolled<Width>([&](std::size_t w) { to[w] = part[w]; });
    }
    void subtract_product(const Group* a, const Group* b) {
        unrolled<Width>([&](std::size_t w) { part[w] -= a[w] * b[w]; });
    }
    void multiply(const Wide& o) {
        unrolled<Width>([&](std::size_t w) { part[w] *= o.part[w]; });
    }
};

}  // namespace

template <std::size_t Width, class Group>
void Elimination::factor_wide(const Group* jacobian, const Group* s, Group* const store) const {
    Group minus_s[Width];
    unrolled<Width>([&](std::size_t w) { minus_s[w] = -s[w]; });
    Group* out = store;
    const Entry* entry = entries_.data();
    const Term* term = terms_.data();
    const auto reduced = [&](double start) {
        Wide<Width, Group> value;
        unrolled<Width>([&](std::size_t w) { value.part[w] = Group{start}; });
        if (entry->source >= 0) {
            const Group* const j = jacobian + static_cast<std::size_t>(entry->source) * Width;
            unrolled<Width>([&](std::size_t w) { value.part[w] += minus_s[w] * j[w]; });
        }
        for (const Term* const end = term + entry->terms; term != end; ++term)
            value.subtract_product(store + term->left * Width, store + term->right * Width);
        ++entry;
        return value;
    };
    for (const Pivot& pivot : pivots_) {
        Wide<Width, Group> inverse = reduced(1.0);
        unrolled<Width>([&](std::size_t w) { inverse.part[w] = Group{1.0} / inverse.part[w]; });
        inverse.store(out);
        out += Width;
        for (int j = 0; j < pivot.row_count; ++j, out += Width) reduced(0.0).store(out);
        for (int i = 0; i < pivot.column_count; ++i, out += Width) {
            Wide<Width, Group> value = reduced(0.0);
            value.multiply(inverse);
            value.store(out);
        }
    }
}

template <std::size_t Width, class Group>
void Elimination::solve_wide(const Group* const store, Group* x) const {
    const Lower* lower = lower_.data();
    for (const Pivot& pivot : pivots_) {
        if (pivot.lower_count == 0) continue;
        auto sum = Wide<Width, Group>::load(x + pivot.unknown * Width);
        for (const Lower* const end = lower + pivot.lower_count; lower != end; ++lower)
            sum.subtract_product(store + lower->entry * Width, x + lower->unknown * Width);
        sum.store(x + pivot.unknown * Width);
    }
    const Entry* entry = entries_.data() + entries_.size();
    const Group* factor = store + entries_.size() * Width;
    for (std::size_t p = pivots_.size(); p-- > 0;) {
        const Pivot& pivot = pivots_[p];
        entry -= pivot.column_count;
        factor -= pivot.column_count * Width;
        auto sum = Wide<Width, Group>::load(x + pivot.unknown * Width);
        for (int j = 0; j < pivot.row_count; ++j) {
            factor -= Width;
            sum.subtract_product(factor, x + (--entry)->unknown * Width);
        }
        factor -= Width;
        sum.multiply(Wide<Width, Group>::load(factor));
        sum.store(x + pivot.unknown * Width);
        --entry;
    }
}

template <class Group>
void Elimination::factor_any(std::span<const Group> jacobian, std::span<const Group> s, std::span<Group> store) const {
    switch (storage() == 0 ? 0 : store.size() / storage()) {
        case 0:
            return;
        case 1:
            return factor_wide<1>(jacobian.data(), s.data(), store.data());
        case 2:
            return factor_wide<2>(jacobian.data(), s.data(), store.data());
        default:
            return factor_wide<4>(jacobian.data(), s.data(), store.data());
    }
}

template <class Group>
void Elimination::solve_any(std::span<const Group> store, std::span<Group> x) const {
    switch (size_ == 0 ? 0 : x.size() / static_cast<std::size_t>(size_)) {
        case 0:
            return;
        case 1:
            return solve_wide<1>(store.data(), x.data());
        case 2:
            return solve_wide<2>(store.data(), x.data());
        default:
            return solve_wide<4>(store.data(), x.data());
    }
}

void Elimination::factor(std::span<const Lanes> jacobian, double s, std::span<Lanes> store) const {
    const Lanes same[4] = {s, s, s, s};
    factor_any<Lanes>(jacobian, same, store);
}
void Elimination::factor(std::span<const FloatLanes> jacobian, double s, std::span<FloatLanes> store) const {
    const FloatLanes same[4] = {s, s, s, s};
    factor_any<FloatLanes>(jacobian, same, store);
}
void Elimination::factor(std::span<const Lanes> jacobian, std::span<const Lanes> s, std::span<Lanes> store) const {
    factor_any(jacobian, s, store);
}

void Elimination::solve(std::span<const Lanes> store, std::span<Lanes> x) const {
    solve_any(store, x);
}
void Elimination::solve(std::span<const FloatLanes> store, std::span<FloatLanes> x) const {
    solve_any(store, x);
}

}  // namespace cicatrix

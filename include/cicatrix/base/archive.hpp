// SPDX-License-Identifier: Apache-2.0
// Numbers that a run keeps, and gets back under the same names: one text does both.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cicatrix {

class Archive {
public:
    virtual ~Archive() = default;
    /// True when numbers are given back, false when they are kept.
    virtual bool gives() const = 0;
    /// Keeps these, or overwrites them with those of this name; how many they are must not have changed.
    virtual void values(const std::string& name, std::span<double> values) = 0;
    /// The same for as many as there happen to be.
    virtual void list(const std::string& name, std::vector<double>& values) = 0;

    void number(const std::string& name, double& value) { values(name, {&value, 1}); }
    /// A count or a place; exact up to 2^53.
    template <class Integer>
    void count(const std::string& name, Integer& value) {
        double as_number = static_cast<double>(value);
        number(name, as_number);
        value = static_cast<Integer>(as_number);
    }
};

/// A part of an archive: names in it begin with that of the part.
class Drawer final : public Archive {
public:
    Drawer(Archive& in, std::string_view name) : in_{in}, name_{std::string{name} + '.'} {}
    bool gives() const override { return in_.gives(); }
    void values(const std::string& name, std::span<double> values) override { in_.values(name_ + name, values); }
    void list(const std::string& name, std::vector<double>& values) override { in_.list(name_ + name, values); }

private:
    Archive& in_;
    std::string name_;
};

}  // namespace cicatrix

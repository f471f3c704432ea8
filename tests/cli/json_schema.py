# SPDX-License-Identifier: Apache-2.0
"""As much of JSON Schema draft-04 as the scenario schema uses. An unknown keyword is an error, never passed over."""
import re

ANNOTATIONS = {"$schema", "id", "title", "description", "default", "definitions"}
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool}


def is_type(value, name):
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def resolve(reference, root):
    node = root
    for part in reference.removeprefix("#/").split("/"):
        node = node[part]
    return node


def of_object(value, schema, root, where):
    known, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    for key, child in value.items():
        below = where + "." + key
        rules = [known[key]] if key in known else []
        rules += [rule for pattern, rule in patterns.items() if re.search(pattern, key)]
        rest = schema.get("additionalProperties", True)
        if not rules and rest is False:
            yield below + ": unknown key"
        elif not rules and isinstance(rest, dict):
            rules = [rest]
        for rule in rules:
            yield from complaints(child, rule, root, below)
    for key in schema.get("required", []):
        if key not in value:
            yield where + ": lacks " + key


def of_choice(value, keyword, alternatives, root, where):
    fitting = sum(not list(complaints(value, a, root, where)) for a in alternatives)
    if fitting == 0 or (keyword == "oneOf" and fitting > 1):
        yield f"{where}: {value!r} fits {fitting} of {keyword}"


def complaints(value, schema, root=None, where="$"):
    root = root or schema
    for keyword, rule in schema.items():
        if keyword in ANNOTATIONS:
            continue
        if keyword == "$ref":
            yield from complaints(value, resolve(rule, root), root, where)
        elif keyword == "type":
            if not any(is_type(value, t) for t in ([rule] if isinstance(rule, str) else rule)):
                yield f"{where}: {value!r} is no {rule}"
        elif keyword == "enum":
            if value not in rule:
                yield f"{where}: {value!r} is not among {rule}"
        elif keyword == "pattern":
            if isinstance(value, str) and not re.search(rule, value):
                yield f"{where}: {value!r} does not look like {rule}"
        elif keyword in ("minimum", "maximum"):
            if is_type(value, "number") and (value < rule if keyword == "minimum" else value > rule):
                yield f"{where}: {value!r} is beyond the {keyword} {rule}"
        elif keyword in ("anyOf", "oneOf"):
            yield from of_choice(value, keyword, rule, root, where)
        elif keyword == "items":
            if isinstance(value, list):
                for i, child in enumerate(value):
                    yield from complaints(child, rule, root, f"{where}[{i}]")
        elif keyword in ("properties", "patternProperties", "additionalProperties", "required"):
            continue  # together, below
        else:
            raise NotImplementedError(f"JSON Schema keyword {keyword}")
    if isinstance(value, dict):
        yield from of_object(value, schema, root, where)

"""The JSON Schema of `--format json`, made from the nouns themselves: what is added there stands here too.

`python -m biasdiff.rendering.schema > docs/schema.json` writes it anew.
"""

from __future__ import annotations

import json
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from biasdiff import model
from biasdiff.rendering.data import SCHEMA

Shape = dict[str, Any]
_PLAIN: dict[Any, Shape] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    NoneType: {"type": "null"},
}
_ID: Shape = {"type": "string", "pattern": "^[a-h]$"}
_OFFSET: Shape = {"type": "integer", "minimum": 0}
_STRETCH: Shape = {"type": "array", "items": _OFFSET, "minItems": 2, "maxItems": 2}
# Fields that say more than their type.
_FIELDS: dict[str, Shape] = {
    "id": _ID,
    "passage": _ID,
    "start": _OFFSET,
    "end": _OFFSET,
    "severity": {"type": "integer", "minimum": 0, "maximum": 3},
    "score": {"type": "number", "minimum": 0, "maximum": 1},
}
_BY_STORY: Shape = {
    "type": "object",
    "propertyNames": _ID,
    "additionalProperties": {"type": "array", "items": _OFFSET},
}


def schema() -> Shape:
    """The schema of what to_dict gives for a comparison; `$defs` holds that of an analysis alone."""
    defs: dict[str, Shape] = {}
    passages = {"type": "array", "items": {"$ref": "#/$defs/Analysis"}, "minItems": 2, "maxItems": 8}
    fields = get_type_hints(model.Comparison)
    keys = {name: _shape(kind, defs) for name, kind in fields.items() if name not in ("analyses", "edits", "units")}
    keys |= {"schema": {"const": SCHEMA}, "passages": passages, "quotations_only": _BY_STORY}
    keys["units"] = {"type": "array", "items": _object({"id": {"type": "string"}, "sentences": _BY_STORY}, model.Unit)}
    defs["Analysis"] = _analysis(defs)
    edits = {"type": "array", "items": _shape(model.Edit, defs)}
    defs["Link"]["properties"]["edits"] = edits
    defs["Link"]["required"].append("edits")
    about = (
        "What `biasdiff compare --format json` writes and biasdiff.to_dict returns. Offsets count code points of the"
        " text of the passage, from 0; stretches are half-open. Keys may be added; those here stay."
    )
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A comparison", "description": about}
    return head | _object(keys) | {"$defs": dict(sorted(defs.items()))}


def _analysis(defs: dict[str, Shape]) -> Shape:
    """One story: its passage, and what was found in it, with spans as start and end."""
    fields = get_type_hints(model.Analysis)
    keys = {name: kind for name, kind in get_type_hints(model.Passage).items() if name != "origin"}
    shapes = {name: _shape(kind, defs, name) for name, kind in keys.items()} | {
        "file": {"type": ["string", "null"]},
        "sentences": _list(
            _object({"start": _OFFSET, "end": _OFFSET, "role": _shape(model.Role, defs)}, model.Sentence)
        ),
        "quotations": _list(_quotation()),
        "attributions": _list(_attribution(defs)),
        "names": _list(_object(_fields(model.Name, defs, "name", "kind", "mentions"), model.Name)),
        "findings": _list(_placed(model.Finding, defs)),
        "figures": _list(_placed(model.Figure, defs)),
    }
    inner = ("passage", "_starts")
    rest = {name: _shape(kind, defs) for name, kind in fields.items() if name not in shapes and name not in inner}
    return _object(shapes | rest, model.Analysis)


def _fields(noun: type, defs: dict[str, Shape], *names: str) -> dict[str, Shape]:
    hints = get_type_hints(noun)
    return {name: _shape(hints[name], defs, name) for name in names}


def _quotation() -> Shape:
    text = {"type": ["string", "null"]}
    parts = {"type": "array", "items": _STRETCH, "minItems": 1}
    return _object({"parts": parts, "speaker": text, "speaker_name": text, "cue": text}, model.Quotation)


def _attribution(defs: dict[str, Shape]) -> Shape:
    stretch = {"anyOf": [_STRETCH, {"type": "null"}]}
    own = {name: _shape(kind, defs) for name, kind in get_type_hints(model.Attribution).items()}
    return _object(own | {"source": stretch, "cue": stretch, "content": _list(_STRETCH)}, model.Attribution)


def _placed(noun: type, defs: dict[str, Shape]) -> Shape:
    fields = {name: _shape(kind, defs, name) for name, kind in get_type_hints(noun).items() if name != "span"}
    return _object({"start": _OFFSET, "end": _OFFSET} | fields, noun)


def _shape(kind: Any, defs: dict[str, Shape], name: str = "") -> Shape:
    """The schema of a type; nouns go to the definitions and are referred to."""
    if name in _FIELDS:
        return _FIELDS[name]
    if kind in _PLAIN:
        return _PLAIN[kind]
    if get_origin(kind) is Literal:
        return {"enum": list(get_args(kind))}
    if get_origin(kind) is UnionType:
        return {"anyOf": [_shape(one, defs) for one in get_args(kind)]}
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind), defs)
    if kind.__name__ not in defs:
        defs[kind.__name__] = {}
        fields = {field: _shape(one, defs, field) for field, one in get_type_hints(kind).items()}
        defs[kind.__name__] = _object(fields, kind)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _tuple(kinds: tuple[Any, ...], defs: dict[str, Shape]) -> Shape:
    if kinds[-1] is Ellipsis:
        return _list(_shape(kinds[0], defs))
    items = [_shape(one, defs) for one in kinds]
    return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}


def _list(items: Shape) -> Shape:
    return {"type": "array", "items": items}


def _object(properties: dict[str, Shape], noun: type | None = None) -> Shape:
    told = {"description": " ".join(noun.__doc__.split())} if noun and noun.__doc__ else {}
    return {"type": "object", **told, "required": list(properties), "properties": properties}


if __name__ == "__main__":
    print(json.dumps(schema(), ensure_ascii=False, indent=1))

"""Reads what the conversion needs of a TensorFlow Lite file: tensors, operators, options.

The file is a FlatBuffer; field numbers are those of TensorFlow's schema.fbs, version 3.
"""

import struct
from dataclasses import dataclass

import numpy as np

OPERATORS = {
    0: "ADD", 1: "AVERAGE_POOL_2D", 3: "CONV_2D", 4: "DEPTHWISE_CONV_2D", 6: "DEQUANTIZE",
    17: "MAX_POOL_2D", 22: "RESHAPE", 32: "CUSTOM", 34: "PAD", 54: "PRELU",
}
TYPES = {0: np.float32, 1: np.float16, 2: np.int32, 3: np.uint8, 4: np.int64, 9: np.int8}


class Table:
    """A FlatBuffer table at a place of the file."""

    def __init__(self, data, at):
        self.data, self.at = data, at

    def _field(self, number):
        """Where a field lies, or 0 when it is left out."""
        vtable = self.at - struct.unpack_from("<i", self.data, self.at)[0]
        entry = 4 + 2 * number
        if entry >= struct.unpack_from("<H", self.data, vtable)[0]:
            return 0
        offset = struct.unpack_from("<H", self.data, vtable + entry)[0]
        return self.at + offset if offset else 0

    def number(self, field, form="<i", default=0):
        at = self._field(field)
        return struct.unpack_from(form, self.data, at)[0] if at else default

    def _vector(self, field):
        at = self._field(field)
        if not at:
            return 0, 0
        start = at + struct.unpack_from("<I", self.data, at)[0]
        return start + 4, struct.unpack_from("<I", self.data, start)[0]

    def bytes(self, field):
        start, count = self._vector(field)
        return self.data[start:start + count]

    def numbers(self, field):
        start, count = self._vector(field)
        return list(struct.unpack_from(f"<{count}i", self.data, start)) if count else []

    def tables(self, field):
        start, count = self._vector(field)
        places = (start + 4 * i for i in range(count))
        return [Table(self.data, p + struct.unpack_from("<I", self.data, p)[0]) for p in places]

    def table(self, field):
        at = self._field(field)
        return Table(self.data, at + struct.unpack_from("<I", self.data, at)[0]) if at else None


@dataclass
class Tensor:
    name: str
    shape: list
    content: object  # an array, or None where it is computed


@dataclass
class Operator:
    name: str
    inputs: list
    outputs: list
    options: object  # its Table, or None
    custom: bytes

    def option(self, field, form="<b", default=0):
        return self.options.number(field, form, default) if self.options else default


@dataclass
class Model:
    tensors: list
    operators: list


def read(path):
    data = open(path, "rb").read()
    model = Table(data, struct.unpack_from("<I", data, 0)[0])
    codes = []
    for code in model.tables(1):
        number = max(code.number(0, "<b"), code.number(3))
        codes.append(code.bytes(1).decode() or OPERATORS.get(number, str(number)))
    buffers = [buffer.bytes(0) for buffer in model.tables(4)]
    graph = model.tables(2)[0]
    tensors = []
    for tensor in graph.tables(0):
        shape, content = tensor.numbers(0), buffers[tensor.number(2, "<I")]
        array = np.frombuffer(content, TYPES[tensor.number(1, "<b")]).reshape(shape) if content else None
        tensors.append(Tensor(tensor.bytes(3).decode(), shape, array))
    operators = [
        Operator(codes[o.number(0, "<I")], o.numbers(1), o.numbers(2), o.table(4), o.bytes(5))
        for o in graph.tables(3)
    ]
    return Model(tensors, operators)

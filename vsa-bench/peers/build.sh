#!/bin/sh
# Brings the peers that run as processes of their own beside this script, into target/, outside of what is committed: clones each
# at a pinned state and builds what is to be built. What cannot be had is said and left out.
#
#   build.sh [bytetrack] [ort] [supervision]      all without an argument
#
# Needs g++, git and unzip; ByteTrack-cpp also Eigen; supervision Python 3 with what it imports. Debian:
#   apt-get install g++ git unzip libeigen3-dev python3-numpy python3-scipy python3-opencv python3-matplotlib python3-yaml \
#       python3-defusedxml python3-pil python3-requests python3-tqdm
# ort needs the benchmarks to be built, for it takes ONNX Runtime's library out of them. Without a network put the sources into
# target/ByteTrack-cpp, target/onnxruntime (its folder include is enough) and target/supervision.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out="$here/target"
mkdir -p "$out"
missing=0

lacks() {
    echo "not built: $1" >&2
    missing=1
}

bytetrack() {
    commit=d43805d461a714f65da039981bd5f5d21cf5cf59
    source="$out/ByteTrack-cpp"
    if [ ! -d "$source" ]; then
        git clone --quiet https://github.com/Vertical-Beach/ByteTrack-cpp "$source" || return 1
        git -C "$source" checkout --quiet "$commit" || return 1
    fi
    g++ -O3 -march=native -std=c++17 -DNDEBUG -I"$source/include" -I/usr/include/eigen3 -o "$out/bytetrack" \
        "$here/bytetrack/driver.cpp" "$source"/src/*.cpp || return 1
    echo "built $out/bytetrack of ByteTrack-cpp $commit"
}

# The header of the version that the project depends on, and the very library that the benchmarks carry.
ort() {
    tag=v$(sed -n 's:.*<onnxruntime.version>\(.*\)</onnxruntime.version>.*:\1:p' "$here/../../pom.xml")
    source="$out/onnxruntime"
    headers="$source/include/onnxruntime/core/session"
    jar="$here/../target/benchmarks.jar"
    case "$(uname -s)-$(uname -m)" in
        Linux-x86_64) platform=linux-x64 ;;
        Linux-aarch64) platform=linux-aarch64 ;;
        *) echo "no library for this system" >&2; return 1 ;;
    esac
    if [ ! -f "$jar" ]; then
        echo "$jar is not there: mvn package -DskipTests -pl vsa-bench -am" >&2
        return 1
    fi
    if [ ! -d "$headers" ]; then
        git clone --quiet --depth 1 --branch "$tag" --filter=blob:none --sparse \
            https://github.com/microsoft/onnxruntime "$source" || return 1
        git -C "$source" sparse-checkout set include/onnxruntime/core/session || return 1
    fi
    unzip -q -o -j "$jar" "ai/onnxruntime/native/$platform/libonnxruntime.so" -d "$out" || return 1
    ln -sf libonnxruntime.so "$out/libonnxruntime.so.1"
    g++ -O3 -march=native -std=c++17 -I"$headers" -o "$out/ort" "$here/ort/driver.cpp" \
        -L"$out" -lonnxruntime "-Wl,-rpath,\$ORIGIN" || return 1
    echo "built $out/ort of ONNX Runtime $tag"
}

supervision() {
    commit=7f7b25d7e72d44486596f5ffab188c8ef7da1a7c # 0.27.0
    source="$out/supervision"
    if [ ! -d "$source" ]; then
        git clone --quiet --filter=blob:none --no-checkout https://github.com/roboflow/supervision "$source" || return 1
        git -C "$source" checkout --quiet "$commit" -- supervision LICENSE.md || return 1
    fi
    # The system's own Python has the system's packages; another one may stand before it.
    for python in python3 /usr/bin/python3; do
        if PYTHONPATH="$source" "$python" -c 'import supervision' 2>"$out/supervision.log"; then
            echo "$python" >"$out/supervision.python"
            echo "$source, supervision $commit, runs with $python"
            return 0
        fi
    done
    tail -n 1 "$out/supervision.log" >&2
    return 1
}

for peer in ${*:-bytetrack ort supervision}; do
    case "$peer" in
        bytetrack) bytetrack || lacks "ByteTrack-cpp" ;;
        ort) ort || lacks "the C interface of ONNX Runtime" ;;
        supervision) supervision || lacks "supervision" ;;
        *) echo "no such peer: $peer" >&2; exit 2 ;;
    esac
done
exit "$missing"

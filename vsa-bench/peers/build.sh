#!/bin/sh
# Builds the C++ peers of the benchmarks beside this script, in target/, outside of what is committed. Needs g++, git and Eigen
# (Debian: g++ git libeigen3-dev). Give a folder that holds the sources already if there is no network.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out="$here/target"
source="${1:-$out/ByteTrack-cpp}"
commit=d43805d461a714f65da039981bd5f5d21cf5cf59
mkdir -p "$out"
if [ ! -d "$source" ]; then
    git clone --quiet https://github.com/Vertical-Beach/ByteTrack-cpp "$source"
    git -C "$source" checkout --quiet "$commit"
fi
g++ -O3 -march=native -std=c++17 -DNDEBUG -I"$source/include" -I/usr/include/eigen3 -o "$out/bytetrack" \
    "$here/bytetrack/driver.cpp" "$source"/src/*.cpp
echo "built $out/bytetrack of ByteTrack-cpp $commit"

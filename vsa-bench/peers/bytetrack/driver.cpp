// Runs ByteTrack-cpp over a file of detections, once for each line read from standard input, and answers each with a line: the
// number of tracks summed over the frames. A line of text in the file is "frame x y width height score", frames from 1, in pixels.
#include "ByteTrack/BYTETracker.h"

#include <fstream>
#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "usage: bytetrack DETECTIONS FRAMES FPS\n";
        return 2;
    }
    const size_t count = std::stoul(argv[2]);
    std::vector<std::vector<byte_track::Object>> frames(count);
    std::ifstream file(argv[1]);
    size_t frame;
    float x, y, w, h, score;
    while (file >> frame >> x >> y >> w >> h >> score) {
        frames.at(frame - 1).emplace_back(byte_track::Rect<float>(x, y, w, h), 0, score);
    }
    byte_track::BYTETracker tracker(std::stoi(argv[3]), 30, 0.5F, 0.6F, 0.8F);
    std::cout << "ready" << std::endl;
    std::string line;
    while (std::getline(std::cin, line)) {
        size_t tracks = 0;
        for (const auto& objects : frames) {
            tracks += tracker.update(objects).size();
        }
        std::cout << tracks << std::endl;
    }
    return 0;
}

// Runs a model through ONNX Runtime's C interface: tensors made once, the session's options those of dev.vsa's Session. For each
// line read from standard input it runs so many times and answers the sum of all outputs of the last run, by which a caller sees that
// the work was the same. The model has one input, of floats or bytes, which lies in a file; its outputs are floats.
#include "onnxruntime_c_api.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <numeric>
#include <string>
#include <vector>

namespace {

const OrtApi* ort = OrtGetApiBase()->GetApi(ORT_API_VERSION);

void check(OrtStatus* status) {
    if (status != nullptr) {
        std::cerr << "ONNX Runtime: " << ort->GetErrorMessage(status) << "\n";
        std::exit(1);
    }
}

OrtSession* open(OrtEnv* env, const char* model) {
    OrtSessionOptions* options;
    check(ort->CreateSessionOptions(&options));
    check(ort->SetIntraOpNumThreads(options, 1));
    check(ort->SetInterOpNumThreads(options, 1));
    check(ort->SetSessionExecutionMode(options, ORT_SEQUENTIAL));
    check(ort->AddSessionConfigEntry(options, "session.intra_op.allow_spinning", "0"));
    check(ort->AddSessionConfigEntry(options, "session.inter_op.allow_spinning", "0"));
    OrtSession* session;
    check(ort->CreateSession(env, model, options, &session));
    return session;
}

ONNXTensorElementDataType inputType(OrtSession* session) {
    OrtTypeInfo* info;
    check(ort->SessionGetInputTypeInfo(session, 0, &info));
    const OrtTensorTypeAndShapeInfo* shape;
    check(ort->CastTypeInfoToTensorInfo(info, &shape));
    ONNXTensorElementDataType type;
    check(ort->GetTensorElementType(shape, &type));
    ort->ReleaseTypeInfo(info);
    return type;
}

double sum(const std::vector<OrtValue*>& outputs) {
    double total = 0;
    for (OrtValue* output : outputs) {
        OrtTensorTypeAndShapeInfo* info;
        check(ort->GetTensorTypeAndShape(output, &info));
        size_t count;
        check(ort->GetTensorShapeElementCount(info, &count));
        ort->ReleaseTensorTypeAndShapeInfo(info);
        float* values;
        check(ort->GetTensorMutableData(output, reinterpret_cast<void**>(&values)));
        total = std::accumulate(values, values + count, total);
    }
    return total;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 5) {
        std::cerr << "usage: ort MODEL RUNS INPUT DIMENSION...\n";
        return 2;
    }
    if (ort == nullptr) {
        std::cerr << "ONNX Runtime does not know version " << ORT_API_VERSION << " of its interface\n";
        return 1;
    }
    const long runs = std::stol(argv[2]);
    std::vector<int64_t> shape;
    for (int i = 4; i < argc; i++) {
        shape.push_back(std::stoll(argv[i]));
    }
    std::ifstream file(argv[3], std::ios::binary);
    std::vector<char> pixels((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());

    OrtEnv* env;
    check(ort->CreateEnv(ORT_LOGGING_LEVEL_WARNING, "vsa-bench", &env));
    OrtSession* session = open(env, argv[1]);
    OrtAllocator* allocator;
    check(ort->GetAllocatorWithDefaultOptions(&allocator));
    char* inputName;
    check(ort->SessionGetInputName(session, 0, allocator, &inputName));
    size_t count;
    check(ort->SessionGetOutputCount(session, &count));
    std::vector<char*> names(count);
    for (size_t i = 0; i < count; i++) {
        check(ort->SessionGetOutputName(session, i, allocator, &names[i]));
    }
    OrtMemoryInfo* memory;
    check(ort->CreateCpuMemoryInfo(OrtDeviceAllocator, OrtMemTypeDefault, &memory));
    OrtValue* input;
    check(ort->CreateTensorWithDataAsOrtValue(
        memory, pixels.data(), pixels.size(), shape.data(), shape.size(), inputType(session), &input));
    // The first run makes the outputs, and every other one writes into them.
    std::vector<OrtValue*> outputs(count, nullptr);
    const auto run = [&] {
        check(ort->Run(session, nullptr, &inputName, &input, 1, names.data(), count, outputs.data()));
    };
    run();
    std::cout << "ready" << std::endl;
    std::string line;
    while (std::getline(std::cin, line)) {
        for (long i = 0; i < runs; i++) {
            run();
        }
        std::printf("%.9g\n", sum(outputs));
        std::fflush(stdout);
    }
    return 0;
}

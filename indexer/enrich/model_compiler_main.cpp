/// Part of the build: writes the built-in vocabulary as `compile_model` gives it to the file that
/// is named on the command line.

#include "model_compiler.hpp"

#include <cstdio>
#include <exception>
#include <fstream>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: sitrep_make_enrichment_model FILE\n");
        return 2;
    }
    try {
        const auto vocabulary = sitrep::schema::Vocabulary::builtin();
        const std::string model = sitrep::indexer::compile_model(*vocabulary);
        std::ofstream file(argv[1], std::ios::binary);
        file.write(model.data(), static_cast<std::streamsize>(model.size()));
        if (file.flush()) return 0;
        std::fprintf(stderr, "cannot write %s\n", argv[1]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
    }
    return 1;
}

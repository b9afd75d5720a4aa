// The corpora of the fuzzers, and small changes of each input, with an ordinary compiler.
#include "fuzz_targets.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/random.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using sitrep::test::Random;

namespace {

constexpr int kChanges = 40;

std::vector<std::string> corpus(const std::string& name) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(fs::path(SITREP_FUZZ_CORPUS) / name))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> inputs;
    for (const auto& path : paths) inputs.push_back(sitrep::test::read_file(path));
    return inputs;
}

std::string changed(std::string bytes, Random& random) {
    for (std::size_t i = 1 + random.below(4); i > 0 && !bytes.empty(); --i) {
        const std::size_t at = random.below(bytes.size());
        switch (random.below(4)) {
            case 0: bytes[at] = static_cast<char>(random.below(256)); break;
            case 1: bytes.erase(at, 1 + random.below(8)); break;
            case 2:
                bytes.insert(at, bytes.substr(random.below(bytes.size()), random.below(16)));
                break;
            default: bytes.resize(at);
        }
    }
    return bytes;
}

void replay(const std::string& name, void (*run)(std::string_view)) {
    const auto inputs = corpus(name);
    REQUIRE(inputs.size() >= 8);
    Random random(1);
    run("");
    for (const auto& input : inputs) {
        run(input);
        for (int i = 0; i < kChanges; ++i) run(changed(input, random));
    }
}

}  // namespace

TEST_CASE("any bytes may stand where a record of JSON should", "[fuzz]") {
    replay("jsonl", &sitrep::fuzz::run_jsonl);
}
TEST_CASE("any bytes may stand where a text should", "[fuzz]") {
    replay("text", &sitrep::fuzz::run_text);
}
TEST_CASE("any bytes may stand where a query should", "[fuzz]") {
    replay("query", &sitrep::fuzz::run_query);
}
TEST_CASE("any bytes may stand in the files of an index", "[fuzz]") {
    replay("manifest", &sitrep::fuzz::run_manifest);
}

#include "corpus.hpp"

#include "report_lines.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sitrep/schema/error.hpp>

namespace sitrep::bench {
namespace {

using schema::Error;
using schema::ErrorCode;

/// Ends after a full stop and its white space, so that joining all parts gives the text again.
std::vector<std::string_view> split_sentences(std::string_view text) {
    std::vector<std::string_view> sentences;
    while (!text.empty()) {
        auto end = text.find_first_of(".!?");
        while (end < text.size() && text.find_first_of(" \n", end) != end + 1)
            end = text.find_first_of(".!?", end + 1);
        if (end < text.size()) end = text.find_first_not_of(" \n", end + 1);
        const auto size = end < text.size() ? end : text.size();
        sentences.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return sentences;
}

/// std::shuffle gives another order with each standard library; this one is the same everywhere.
void shuffle(std::vector<std::string_view>& parts, std::mt19937_64& random) {
    for (std::size_t left = parts.size(); left > 1; --left)
        std::swap(parts[left - 1], parts[random() % left]);
}

std::string shuffled_text(const std::string& text, std::mt19937_64& random) {
    auto sentences = split_sentences(text);
    shuffle(sentences, random);
    std::string out;
    for (const auto sentence : sentences) {
        // The last sentence of the original has no white space after it.
        if (!out.empty() && out.back() != ' ' && out.back() != '\n') out += ' ';
        out += sentence;
    }
    return out;
}

/// One pass over the input. Copies of a report must lie far apart, or posting lists of the larger
/// index would shrink better than those of real text.
class CopyWriter {
public:
    CopyWriter(const std::filesystem::path& input, std::size_t copy, std::ofstream& out)
        : input_(input), copy_(copy), random_(copy), out_(out) {}

    void write(const std::string& line, std::size_t number) {
        auto report = nlohmann::ordered_json::parse(line, nullptr, false);
        if (!report.is_object()) {
            throw Error(ErrorCode::Usage, input_.string() + ", line " + std::to_string(number) +
                                              ": expected a JSON object");
        }
        if (report.contains("body") && report["body"].is_string()) {
            report["body"] = shuffled_text(report["body"].get<std::string>(), random_);
        }
        report["id"] = original_id(report, number) + "-copy-" + std::to_string(copy_);
        out_ << report.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
             << '\n';
    }

private:
    static std::string original_id(const nlohmann::ordered_json& report, std::size_t number) {
        const auto id = report.find("id");
        if (id == report.end()) return "line-" + std::to_string(number);
        return id->is_string() ? id->get<std::string>() : id->dump();
    }

    const std::filesystem::path& input_;
    std::size_t copy_;
    std::mt19937_64 random_;
    std::ofstream& out_;
};

}  // namespace

void write_larger_corpus(const std::filesystem::path& jsonl, std::size_t factor,
                         const std::filesystem::path& out) {
    std::ofstream file(out);
    if (!file) throw Error(ErrorCode::Io, "cannot write " + out.string());
    for_each_line(jsonl, [&](const std::string& line, std::size_t) { file << line << '\n'; });
    for (std::size_t copy = 2; copy <= factor; ++copy) {
        CopyWriter writer(jsonl, copy, file);
        for_each_line(jsonl, [&](const std::string& line, std::size_t number) {
            writer.write(line, number);
        });
    }
    file.close();
    if (!file) throw Error(ErrorCode::Io, "cannot write " + out.string());
}

}  // namespace sitrep::bench

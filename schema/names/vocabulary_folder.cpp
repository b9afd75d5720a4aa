#include <array>
#include <nlohmann/json.hpp>
#include <sitrep_internal/damage.hpp>
#include <sitrep_internal/file_bytes.hpp>
#include <utility>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::schema {
namespace {

using Member = std::string VocabularyTexts::*;

constexpr std::array<std::pair<const char*, Member>, 5> kFiles{{
    {"countries.tsv", &VocabularyTexts::countries},
    {"places.tsv", &VocabularyTexts::places},
    {"actors.tsv", &VocabularyTexts::actors},
    {"states.tsv", &VocabularyTexts::states},
    {"topics.toml", &VocabularyTexts::topics},
}};

std::string read_file(const std::filesystem::path& path) {
    std::string text = read_bytes(path);
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    return text;
}

}  // namespace

VocabularyTexts read_vocabulary(const std::filesystem::path& folder) {
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error)) {
        throw Error(ErrorCode::Usage, "no vocabulary folder at " + folder.string(),
                    "name a folder with countries.tsv, places.tsv, actors.tsv or topics.toml");
    }
    VocabularyTexts texts;
    bool has_any = false;
    for (const auto& [name, member] : kFiles) {
        const auto path = folder / name;
        if (!std::filesystem::exists(path, error)) continue;
        texts.*member = read_file(path);
        has_any = true;
    }
    if (!has_any) {
        throw Error(ErrorCode::Usage, "no vocabulary in " + folder.string(),
                    "its files are called countries.tsv, places.tsv, actors.tsv, states.tsv and "
                    "topics.toml");
    }
    return texts;
}

std::string to_json(const VocabularyTexts& texts) {
    nlohmann::ordered_json out = nlohmann::ordered_json::object();
    for (const auto& [name, member] : kFiles) {
        if (!(texts.*member).empty()) out[name] = texts.*member;
    }
    return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

VocabularyTexts vocabulary_from_json(std::string_view text) {
    const auto parsed = nlohmann::json::parse(text, nullptr, false);
    VocabularyTexts texts;
    if (!parsed.is_object()) {
        throw Error(ErrorCode::IndexDamaged, "the vocabulary of the index cannot be read",
                    kRebuildHint);
    }
    for (const auto& [name, member] : kFiles) {
        const auto found = parsed.find(name);
        if (found != parsed.end() && found->is_string()) found->get_to(texts.*member);
    }
    return texts;
}

}  // namespace sitrep::schema

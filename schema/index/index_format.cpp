#include <algorithm>
#include <nlohmann/json.hpp>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_format.hpp>

namespace sitrep::schema {
namespace {

/// `positions`: words of texts and places have positions, so phrases are answered by the posting
/// lists. `date-buckets`: month and year terms exist.
constexpr std::array<std::string_view, 6> kKnownFeatures{kPositionsFeature, "date-buckets",
                                                         kPackedFeature,    kInferencesFeature,
                                                         kLastDaysFeature,  kWordPairsFeature};

[[noreturn]] void refuse(const std::string& what) {
    throw Error(ErrorCode::IndexFormat, what,
                "build it again with this version: sitrep index --rebuild INPUT..., or use the "
                "version that wrote it");
}

}  // namespace

IndexDescription describe_new_index(WordPositions positions) {
    IndexDescription description;
    if (positions == WordPositions::Keep) {
        description.features.push_back({std::string(kPositionsFeature), false, true});
    }
    description.features.push_back({"date-buckets", false, true});
    description.features.push_back({std::string(kPackedFeature), true, true});
    description.features.push_back({std::string(kInferencesFeature), true, true});
    description.features.push_back({std::string(kLastDaysFeature), true, true});
    if (positions == WordPositions::Drop) {
        description.features.push_back({std::string(kWordPairsFeature), false, true});
    }
    description.analyzer = kAnalyzerVersion;
    return description;
}

bool has_feature(const IndexDescription& description, std::string_view name) {
    return std::ranges::find(description.features, name, &IndexFeature::name) !=
           description.features.end();
}

std::string to_json(const IndexDescription& description, Times times) {
    auto features = nlohmann::ordered_json::array();
    for (const auto& feature : description.features) {
        features.push_back({{"name", feature.name},
                            {"needed_to_read", feature.needed_to_read},
                            {"needed_to_write", feature.needed_to_write}});
    }
    nlohmann::ordered_json out = {{"format", description.format},
                                  {"features", features},
                                  {"analyzer", description.analyzer},
                                  {"default_language", description.default_language},
                                  {"generation", description.generation}};
    if (!description.vocabulary.empty()) out["vocabulary"] = description.vocabulary;
    if (times == Times::Include) {
        out["created"] = description.created;
        out["updated"] = description.updated;
    }
    out["program"] = description.program;
    return out.dump(2) + "\n";
}

IndexDescription description_from_json(std::string_view text) {
    try {
        const auto in = nlohmann::json::parse(text);
        IndexDescription description;
        description.format = in.at("format");
        // Of a format that is not ours, nothing else may be taken for granted.
        if (description.format != kIndexFormatVersion) {
            const auto generation = in.find("generation");
            const bool is_number = generation != in.end() && generation->is_number_unsigned();
            description.generation = is_number ? generation->get<std::uint64_t>() : 0;
            return description;
        }
        for (const auto& feature : in.at("features")) {
            description.features.push_back(
                {feature.at("name"), feature.at("needed_to_read"), feature.at("needed_to_write")});
        }
        description.analyzer = in.at("analyzer");
        description.default_language = in.at("default_language");
        description.generation = in.at("generation");
        description.vocabulary = in.value("vocabulary", "");
        description.created = in.value("created", "");
        description.updated = in.value("updated", "");
        description.program = in.at("program");
        return description;
    } catch (const nlohmann::json::exception&) {
        refuse("the index carries no description that this version understands");
    }
}

void require_access(const IndexDescription& description, Access access) {
    if (description.format != kIndexFormatVersion) {
        refuse("the index has format " + std::to_string(description.format) +
               ", this version reads format " + std::to_string(kIndexFormatVersion));
    }
    for (const auto& feature : description.features) {
        const bool needed =
            access == Access::Read ? feature.needed_to_read : feature.needed_to_write;
        const bool known = std::ranges::find(kKnownFeatures, feature.name) != kKnownFeatures.end();
        if (needed && !known)
            refuse("the index uses " + feature.name + ", which this version does not know");
    }
    if (description.analyzer < kOldestAnalyzerVersion || description.analyzer > kAnalyzerVersion) {
        refuse("the words of the index were analyzed by version " +
               std::to_string(description.analyzer) + ", this is version " +
               std::to_string(kAnalyzerVersion));
    }
}

}  // namespace sitrep::schema

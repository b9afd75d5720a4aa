#include "example_compiler.hpp"

#include "enrich/topics/topic_weight_compiler.hpp"
#include "example_table.hpp"
#include "report_examples.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer {
namespace {

/// Lists one after another, and where each begins.
template <typename T>
struct Lists {
    std::vector<T> all;
    std::vector<std::uint32_t> first{0};

    void end() { first.push_back(static_cast<std::uint32_t>(all.size())); }
    void write(ImageWriter& image) const {
        image.add(std::span<const T>(all));
        image.add(std::span<const std::uint32_t>(first));
    }
};

/// Texts with numbers in the order in which they come.
class Numbers {
public:
    explicit Numbers(std::string& pool) : pool_(pool) {}

    std::uint16_t of(std::string_view text) {
        const auto number = static_cast<std::uint16_t>(texts_.size());
        const auto [known, is_new] = numbers_.try_emplace(text, number);
        if (is_new) texts_.push_back(add_text(pool_, text));
        return known->second;
    }
    void write(ImageWriter& image) const { image.add(std::span<const TextRange>(texts_)); }

private:
    std::string& pool_;
    std::map<std::string_view, std::uint16_t> numbers_;
    std::vector<TextRange> texts_;
};

/// In order, and so their numbers.
std::set<std::string_view> codes_in(const std::vector<ReportExample>& examples) {
    std::set<std::string_view> codes;
    for (const ReportExample& example : examples) {
        if (example.countries) codes.insert(example.countries->begin(), example.countries->end());
        codes.insert(example.governments.begin(), example.governments.end());
        codes.insert(example.forces.begin(), example.forces.end());
    }
    return codes;
}

}  // namespace

void write_examples(const TopicWeightCompiler& weights, ImageWriter& image) {
    std::string pool;
    Numbers codes(pool);
    Numbers groups(pool);
    std::vector<std::vector<ReportExamples::Posting>> by_feature(weights.features());
    std::vector<std::uint16_t> group_numbers;
    std::vector<std::uint8_t> has_countries;
    Lists<std::uint16_t> topics;
    std::array<Lists<std::uint16_t>, ReportExamples::kRoles> countries;  // by role
    const std::vector<ReportExample> examples = report_examples();
    for (const std::string_view code : codes_in(examples)) codes.of(code);
    const auto add = [&](const std::vector<std::string_view>& from, Lists<std::uint16_t>& to) {
        for (const auto code : from) to.all.push_back(codes.of(code));
    };
    for (const ReportExample& example : examples) {
        const auto number = static_cast<std::uint16_t>(group_numbers.size());
        if (number != group_numbers.size()) {
            throw schema::Error(schema::ErrorCode::Internal, "too many labelled reports");
        }
        for (const auto& [what, weight] : example.features) {
            if (const auto feature = weights.feature(example.language, what)) {
                by_feature[*feature].push_back({number, weight});
            }
        }
        group_numbers.push_back(static_cast<std::uint16_t>(groups.of(example.group) + 1));
        for (const auto& id : example.topics) topics.all.push_back(weights.topic(id));
        topics.end();
        has_countries.push_back(example.countries ? 1 : 0);
        if (example.countries) add(*example.countries, countries[ReportExamples::kAbout]);
        add(example.governments, countries[ReportExamples::kGovernment]);
        add(example.forces, countries[ReportExamples::kForces]);
        for (auto& lists : countries) lists.end();
    }
    Lists<ReportExamples::Posting> postings;
    for (const auto& list : by_feature) {
        postings.all.insert(postings.all.end(), list.begin(), list.end());
        postings.end();
    }
    postings.write(image);
    image.add(std::span<const std::uint16_t>(group_numbers));
    topics.write(image);
    image.add(std::span<const std::uint8_t>(has_countries));
    for (const auto& lists : countries) lists.write(image);
    codes.write(image);
    groups.write(image);
    image.add(std::string_view(pool));
}

}  // namespace sitrep::indexer

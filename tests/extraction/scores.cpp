#include "scores.hpp"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace sitrep::extraction {
namespace {

using Field = std::optional<std::vector<std::string>> Labels::*;
constexpr std::array<std::pair<std::string_view, Field>, 4> kFields{{
    {"country", &Labels::countries},
    {"actor", &Labels::actors},
    {"topic", &Labels::topics},
    {"date", &Labels::event_date},
}};

bool has(const std::vector<std::string>& values, const std::string& value) {
    return std::ranges::find(values, value) != values.end();
}

double ratio(std::size_t part, std::size_t rest) {
    return part + rest == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(part + rest);
}

void print_line(std::string_view name, const Counts& counts) {
    std::printf("%-16.*s precision %.3f  recall %.3f  F1 %.3f  (%zu right, %zu wrong, %zu missed)\n",
                static_cast<int>(name.size()), name.data(), counts.precision(), counts.recall(),
                counts.f1(), counts.right, counts.wrong, counts.missed);
}

}  // namespace

double Counts::precision() const noexcept {
    return ratio(right, wrong);
}
double Counts::recall() const noexcept {
    return ratio(right, missed);
}
double Counts::f1() const noexcept {
    const double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
}

void FieldScores::add(const GoldReport& gold, const Labels& found) {
    for (const auto& [name, field] : kFields) {
        if (!(gold.labels.*field)) continue;
        const auto& labels = *(gold.labels.*field);
        const auto& values = *(found.*field);
        Counts& counts = counts_[name];
        const auto count = [&](const std::string& value, std::size_t Counts::*what) {
            ++(counts.*what);
            if (name == "country" && value != "USA") ++(countries_but_usa_.*what);
            if (what != &Counts::right && name != "date") {
                ++errors_[std::string(name) + " " + value][what == &Counts::missed ? 1 : 0];
            }
        };
        for (const auto& value : values) {
            count(value, has(labels, value) ? &Counts::right : &Counts::wrong);
        }
        for (const auto& label : labels) {
            if (!has(values, label)) count(label, &Counts::missed);
        }
    }
}

void FieldScores::print(std::size_t confusions) const {
    for (const auto& [name, field] : kFields) {
        if (counts_.contains(name)) print_line(name, counts_.at(name));
        if (name == "country") print_line("country but USA", countries_but_usa_);
    }
    std::vector<std::pair<std::size_t, std::string>> worst;
    for (const auto& [value, counts] : errors_) {
        worst.emplace_back(counts[0] + counts[1], value + ": " + std::to_string(counts[0]) +
                                                      " wrong, " + std::to_string(counts[1]) +
                                                      " missed");
    }
    std::ranges::stable_sort(worst, std::ranges::greater(),
                             &std::pair<std::size_t, std::string>::first);
    if (worst.size() > confusions) worst.resize(confusions);
    for (const auto& [count, line] : worst) std::printf("  %s\n", line.c_str());
}

void FieldScores::print_errors(const GoldReport& gold, const Labels& found,
                               std::string_view field) {
    for (const auto& [name, member] : kFields) {
        if (name != field || !(gold.labels.*member)) continue;
        std::string line;
        for (const auto& value : *(found.*member)) {
            if (!has(*(gold.labels.*member), value)) line += " +" + value;
        }
        for (const auto& label : *(gold.labels.*member)) {
            if (!has(*(found.*member), label)) line += " -" + label;
        }
        if (!line.empty()) {
            std::printf("%s:%s | %s | %.160s\n", gold.report.id.c_str(), line.c_str(),
                        gold.report.title.c_str(), gold.report.body.c_str());
        }
    }
}

}  // namespace sitrep::extraction

#include "rejects_scope.hpp"

#include "ledger/input_roots.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <sitrep/schema/utf8.hpp>

namespace sitrep::indexer {
namespace {

/// Those of other runs alone.
std::vector<LedgerRoot> roots_of_others(const InputList& inputs,
                                        const std::vector<LedgerRoot>& roots) {
    std::vector<LedgerRoot> others;
    for (const auto& root : roots) {
        const InputRoot input{root.name, root.base};
        if (std::ranges::find(inputs.roots, input) == inputs.roots.end()) others.push_back(root);
    }
    return others;
}

bool is_file_of(const LedgerRoot& root, const std::string& place) {
    std::error_code not_there;
    return may_hold(root, place) &&
           std::filesystem::exists(std::filesystem::path(root.base) / place, not_there);
}

/// What a line of a rejects file is known by, also in a copy in which the record was mended.
using RefusedKey = std::pair<std::string, std::uint64_t>;

RefusedKey key_of(const RawRecord& record) {
    if (record.place.empty()) return {"stream\n" + record.stream_key, 0};
    return {record.place, record.number};
}

}  // namespace

StaysRefused all_but_records_of(const InputList& inputs, const std::vector<LedgerRoot>& roots) {
    std::set<std::string> places;
    for (const auto& file : inputs.files) {
        if (!file.place.empty()) places.insert(schema::repair_utf8(file.place));
    }
    std::vector<std::string> folders;
    for (const auto& root : inputs.roots) {
        if (!root.name.empty()) folders.push_back(schema::repair_utf8(root.name) + "/");
    }
    return [places = std::move(places), folders = std::move(folders),
            others = roots_of_others(inputs, roots)](const RawRecord& record) {
        const std::string& place = record.place;
        if (places.contains(place)) return false;
        const auto holds = [&](const std::string& folder) { return place.starts_with(folder); };
        if (std::ranges::none_of(folders, holds)) return true;
        const auto has = [&](const LedgerRoot& root) { return is_file_of(root, place); };
        return std::ranges::any_of(others, has);
    };
}

StaysRefused all_but_retried(const InputList& inputs) {
    std::set<RefusedKey> retried;
    for (const auto& file : inputs.files) {
        const auto source = open_source(file, {});
        for (RawRecord record; source->next(record); record = {}) {
            if (record.is_retried) retried.insert(key_of(record));
        }
    }
    return [retried = std::move(retried)](const RawRecord& record) {
        return !retried.contains(key_of(record));
    };
}

}  // namespace sitrep::indexer

#include "input_roots.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer {
namespace {

namespace fs = std::filesystem;
using schema::Error;
using schema::ErrorCode;

/// The oldest are forgotten beyond this: nobody feeds an index from so many folders.
constexpr std::size_t kMostRoots = 10'000;

bool is_same_file(const fs::path& one, const fs::path& other) {
    std::error_code not_there;
    return one == other || fs::equivalent(one, other, not_there);
}

bool is_there(const fs::path& path) {
    std::error_code not_there;
    return fs::exists(path, not_there);
}

bool is_gone(const LedgerRoot& root) {
    return !is_there(fs::path(root.base) / root.name);
}

std::vector<LedgerRoot> roots_of(const InputList& inputs) {
    std::vector<LedgerRoot> roots;
    roots.reserve(inputs.roots.size());
    for (const auto& root : inputs.roots) roots.push_back({root.name, root.base.string(), false});
    return roots;
}

/// Looks for what stands in the place of files where an earlier run found its input.
class FormerPlaces {
public:
    explicit FormerPlaces(const LedgerRoot& root) : root_(root) {}

    /// The other file that has this place; nothing if there is none.
    [[nodiscard]] std::optional<fs::path> other_than(const InputFile& file) {
        if (!may_hold(root_, file.place) || !has_first_part_of(file.place)) return std::nullopt;
        auto former = fs::path(root_.base) / file.place;
        if (!is_there(former) || is_same_file(former, file.path)) return std::nullopt;
        return former;
    }

private:
    /// Most files of a run have it in common.
    bool has_first_part_of(const std::string& place) {
        const std::string first = place.substr(0, place.find('/'));
        const auto [found, is_new] = is_part_there_.try_emplace(first, false);
        if (is_new) found->second = is_there(fs::path(root_.base) / first);
        return found->second;
    }

    const LedgerRoot& root_;
    std::unordered_map<std::string, bool> is_part_there_;
};

}  // namespace

bool may_hold(const LedgerRoot& root, const std::string& place) {
    if (fs::path(place).is_absolute()) return false;
    return root.name.empty() ||
           (place.starts_with(root.name) && place.substr(root.name.size()).starts_with('/'));
}

void require_different_places(const InputList& inputs) {
    std::unordered_map<std::string_view, const InputFile*> by_place;
    for (const auto& file : inputs.files) {
        if (file.place.empty()) continue;
        const auto [found, is_new] = by_place.try_emplace(file.place, &file);
        if (is_new || is_same_file(found->second->path, file.path)) continue;
        throw Error(ErrorCode::Usage,
                    found->second->path.string() + " and " + file.path.string() +
                        " cannot be told apart: in the index both are " + file.place,
                    "index a folder that holds both, or give one of them another name");
    }
}

void require_own_places(const InputList& inputs, const std::vector<LedgerRoot>& known) {
    for (const auto& root : known) {
        if (!root.has_ids_by_place) continue;
        FormerPlaces former(root);
        for (const auto& file : inputs.files) {
            if (!file.root || is_same_file(inputs.roots[*file.root].base, root.base)) continue;
            const auto other = former.other_than(file);
            if (!other) continue;
            throw Error(ErrorCode::Usage,
                        file.path.string() + " cannot be told from " + other->string() +
                            ", which is in the index: both are " + file.place,
                        "index a folder that holds both, or give one of them another name; if the "
                        "older one is of no use any more, remove it");
        }
    }
}

std::vector<LedgerRoot> with_known_roots(const InputList& inputs,
                                         const std::vector<LedgerRoot>& known) {
    auto roots = roots_of(inputs);
    const std::size_t own = roots.size();
    for (const auto& former : known) {
        bool is_settled = false;
        for (std::size_t i = 0; i < own; ++i) {
            if (roots[i].name != former.name) continue;
            if (!is_same_file(roots[i].base, former.base) && !is_gone(former)) continue;
            roots[i].has_ids_by_place |= former.has_ids_by_place;
            is_settled = true;
        }
        if (!is_settled && roots.size() < kMostRoots) roots.push_back(former);
    }
    return roots;
}

std::vector<LedgerRoot> without_known_roots(const InputList& inputs,
                                            const std::vector<LedgerRoot>& known) {
    auto roots = roots_of(inputs);
    for (auto& root : roots) {
        root.has_ids_by_place = std::ranges::any_of(known, [&](const LedgerRoot& former) {
            return former.name == root.name && former.has_ids_by_place;
        });
    }
    return roots;
}

}  // namespace sitrep::indexer

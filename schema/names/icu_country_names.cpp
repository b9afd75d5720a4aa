#include "icu_country_names.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <tuple>
#include <unicode/uloc.h>
#include <unicode/unistr.h>
#include <unicode/ures.h>
#include <unicode/utypes.h>
#include <utility>
#include <vector>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/fold.hpp>

namespace sitrep::schema {
namespace {

// Sorted lists: with some 50,000 names, maps cost more than half of the time.

/// A name as one locale has it. The country is first because that makes sorting quicker.
using LocalName = std::pair<const Country*, std::u16string>;

/// A folded name, and how many locales give it to this country.
struct FoldedName {
    std::string name;
    const Country* country = nullptr;
    int locales = 0;
};

using NameIndex = std::vector<std::pair<std::string, const Country*>>;

void read_names(UResourceBundle* names, std::vector<LocalName>& out) {
    const CountryTable& known = CountryTable::instance();
    const std::int32_t size = ures_getSize(names);
    icu::LocalUResourceBundlePointer entry;
    for (std::int32_t i = 0; i < size; ++i) {
        UErrorCode status = U_ZERO_ERROR;
        entry.adoptInstead(ures_getByIndex(names, i, entry.orphan(), &status));
        std::int32_t length = 0;
        const char16_t* const text = ures_getString(entry.getAlias(), &length, &status);
        if (U_FAILURE(status) != 0) continue;  // not a string, so not a name
        // ICU also names continents (`002`) and unions (`EU`), which the table does not know.
        const Country* const country = known.with_alpha2(ures_getKey(entry.getAlias()));
        if (country != nullptr) out.emplace_back(country, std::u16string(text, text + length));
    }
}

/// Opened directly, a locale holds only the names that differ from its parent's, or is missing if
/// none do, so that reading all of them costs little more than reading the languages.
void read_locale(const char* locale, std::vector<LocalName>& out) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::LocalUResourceBundlePointer regions(
        ures_openDirect(U_ICUDATA_NAME "-region", locale, &status));
    if (U_FAILURE(status) != 0) return;
    for (const char* table : {"Countries", "Countries%short", "Countries%variant"}) {
        UErrorCode missing = U_ZERO_ERROR;
        const icu::LocalUResourceBundlePointer names(
            ures_getByKey(regions.getAlias(), table, nullptr, &missing));
        if (U_SUCCESS(missing) != 0) read_names(names.getAlias(), out);
    }
}

std::vector<LocalName> read_all_locales() {
    std::vector<LocalName> names;
    const std::int32_t locales = uloc_countAvailable();
    for (std::int32_t i = 0; i < locales; ++i) read_locale(uloc_getAvailable(i), names);
    if (names.empty()) {
        throw Error(ErrorCode::Internal, "ICU has no country names",
                    "install ICU with its full data");
    }
    return names;
}

/// Many locales write a name alike, and folding it once for all of them saves half of the work.
std::vector<FoldedName> fold_names(std::vector<LocalName> names) {
    std::sort(names.begin(), names.end());
    std::vector<FoldedName> out;
    std::string utf8;
    for (auto first = names.begin(); first != names.end();) {
        const auto next =
            std::find_if(first, names.end(), [&](const LocalName& name) { return name != *first; });
        const auto& [country, raw] = *first;
        utf8.clear();
        icu::UnicodeString(raw.data(), static_cast<std::int32_t>(raw.size())).toUTF8String(utf8);
        out.push_back({fold_name(utf8), country, static_cast<int>(next - first)});
        first = next;
    }
    return out;
}

/// Two raw names of one country may fold to the same; the locales of both count.
void merge_equal(std::vector<FoldedName>& names) {
    const auto order = [](const FoldedName& a, const FoldedName& b) {
        return std::tie(a.name, a.country) < std::tie(b.name, b.country);
    };
    std::sort(names.begin(), names.end(), order);
    std::vector<FoldedName> merged;
    for (FoldedName& name : names) {
        if (!merged.empty() && merged.back().name == name.name &&
            merged.back().country == name.country) {
            merged.back().locales += name.locales;
        } else {
            merged.push_back(std::move(name));
        }
    }
    names = std::move(merged);
}

/// Keeps the country that most locales mean by a name, and none if there is no such country,
/// because a wrong country is worse than none.
NameIndex most_used(std::vector<FoldedName> names) {
    merge_equal(names);
    NameIndex index;
    for (auto first = names.begin(); first != names.end();) {
        const auto next = std::find_if(
            first, names.end(), [&](const FoldedName& other) { return other.name != first->name; });
        const auto best = std::max_element(
            first, next,
            [](const FoldedName& a, const FoldedName& b) { return a.locales < b.locales; });
        const auto as_many = std::count_if(
            first, next, [&](const FoldedName& other) { return other.locales == best->locales; });
        if (as_many == 1) index.emplace_back(std::move(best->name), best->country);
        first = next;
    }
    return index;
}

}  // namespace

const Country* find_icu_country_name(std::string_view folded) {
    static const NameIndex index = most_used(fold_names(read_all_locales()));
    const auto before = [](const NameIndex::value_type& entry, std::string_view wanted) {
        return entry.first < wanted;
    };
    const auto found = std::lower_bound(index.begin(), index.end(), folded, before);
    return found == index.end() || found->first != folded ? nullptr : found->second;
}

}  // namespace sitrep::schema

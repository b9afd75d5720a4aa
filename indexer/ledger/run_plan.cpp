#include "run_plan.hpp"

#include "inputs/record_key.hpp"

#include <algorithm>
#include <atomic>
#include <functional>
#include <sitrep_internal/parallel.hpp>
#include <string_view>
#include <unordered_map>

namespace sitrep::indexer {
namespace {

/// Before every record.
constexpr InputPosition kNowhere{};

}  // namespace

RunPlan::RunPlan(const std::vector<InputFile>& files, std::optional<InputLedger> ledger,
                 unsigned threads, const std::stop_token& stop)
    : files_(files), ledger_(std::move(ledger)), plans_(files.size()) {
    for (std::size_t i = 0; i < files_.size(); ++i) {
        const bool is_stream = files_[i].path.empty() || files_[i].is_rejects;
        if (is_stream) continue;
        plans_[i].stamp = schema::stamp_of(files_[i].path);
        plans_[i].is_settled = plans_[i].stamp && schema::is_settled(*plans_[i].stamp);
    }
    if (!ledger_) return;
    match_ledger();
    if (reads_nothing() && is_current()) return;
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < files_.size(); ++i) {
        if (plans_[i].stamp && plans_[i].mode == ReadMode::All) changed.push_back(i);
    }
    if (!changed.empty()) known_ = KnownRecords(*ledger_);
    scan(changed, threads, stop);
    find_last();
    const auto others = unread_files_with_outdated_records();
    if (!others.empty()) {
        if (changed.empty()) known_ = KnownRecords(*ledger_);
        scan(others, threads, stop);
        find_last();
    }
    want_outdated_records();
}

void RunPlan::skip_nothing() {
    for (auto& plan : plans_) {
        plan.mode = ReadMode::All;
        plan.skipped = {};
        plan.wanted = {};
    }
    known_ = {};
    last_ = {};
}

/// Two inputs with the same place cannot be told apart, so they are looked into.
void RunPlan::match_ledger() {
    constexpr const LedgerFile* kAmbiguous = nullptr;
    std::unordered_map<std::string_view, const LedgerFile*> by_place;
    for (const auto& file : ledger_->files) by_place.emplace(file.place, &file);
    std::unordered_map<std::string_view, int> uses;
    for (const auto& file : files_) {
        if (++uses[file.place] == 2) by_place[file.place] = kAmbiguous;
    }
    for (std::size_t i = 0; i < files_.size(); ++i) {
        FilePlan& plan = plans_[i];
        const auto found = by_place.find(files_[i].place);
        if (found == by_place.end() || found->second == nullptr || !plan.stamp) continue;
        const LedgerFile& known = *found->second;
        if (known.format != files_[i].format) continue;
        plan.known = &known;
        // Refused records are read again, so that the run says so again.
        if (known.stamp != plan.stamp || known.refused > 0) continue;
        plan.mode = ReadMode::Nothing;
        plan.skipped.reserve(known.records.size());
        for (const auto& record : known.records) {
            plan.skipped.push_back({plan.skipped.size() + 1, record});
        }
    }
}

void RunPlan::scan(const std::vector<std::size_t>& chosen, unsigned threads,
                   const std::stop_token& stop) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < chosen.size() && !stop.stop_requested(); i = next++) {
            take_scan(chosen[i], scan_input(files_[chosen[i]], stop));
        }
    };
    const std::size_t count = std::min<std::size_t>(threads, chosen.size());
    schema::run_in_parallel(std::vector<std::function<void()>>(count, work));
}

void RunPlan::take_scan(std::size_t file, InputScan scan) {
    FilePlan& plan = plans_[file];
    plan.skipped.clear();
    plan.mode = scan.has_fault ? ReadMode::All : ReadMode::Some;
    if (scan.has_fault) return;
    const InputFile& input = files_[file];
    const RecordKeys keys(input.format, input.place, input.name);
    plan.skipped.reserve(scan.records.size());
    for (const auto& record : scan.records) {
        const LedgerRecord* known =
            input.format == InputFormat::Text ? nullptr : known_.find(RecordKey(record.said));
        if (known == nullptr) known = known_.find(keys.at_number(record.said, record.number));
        if (known != nullptr) {
            plan.skipped.push_back({record.number, *known});
        } else {
            plan.wanted.push_back(record);
        }
    }
    // Records that may become wanted are found again by their number.
    plan.scanned = std::move(scan.records);
}

void RunPlan::find_last() {
    last_.clear();
    for (std::uint32_t file = 0; file < plans_.size(); ++file) {
        for (const auto& skipped : plans_[file].skipped) {
            const std::uint32_t document = skipped.record.document;
            if (document >= last_.size()) last_.resize(document + 1, kNowhere);
            last_[document] = {file, skipped.number};
        }
    }
}

/// Whether no record that is skipped has another one with its id in the index.
bool RunPlan::is_current() const {
    return std::ranges::all_of(plans_, [](const FilePlan& plan) {
        return std::ranges::all_of(
            plan.skipped, [](const SkippedRecord& skipped) { return skipped.record.is_current; });
    });
}

/// The last record with its id, and not what the index holds.
bool RunPlan::is_outdated(std::size_t file, const SkippedRecord& record) const {
    const InputPosition position{static_cast<std::uint32_t>(file), record.number};
    return !record.record.is_current && last_[record.record.document] == position;
}

std::vector<std::size_t> RunPlan::unread_files_with_outdated_records() const {
    std::vector<std::size_t> found;
    for (std::size_t file = 0; file < plans_.size(); ++file) {
        const auto& plan = plans_[file];
        if (plan.mode != ReadMode::Nothing) continue;
        const bool has_any = std::ranges::any_of(
            plan.skipped, [&](const SkippedRecord& record) { return is_outdated(file, record); });
        if (has_any) found.push_back(file);
    }
    return found;
}

void RunPlan::want_outdated_records() {
    for (std::size_t file = 0; file < plans_.size(); ++file) {
        FilePlan& plan = plans_[file];
        const std::size_t wanted_before = plan.wanted.size();
        std::erase_if(plan.skipped, [&](const SkippedRecord& record) {
            if (!is_outdated(file, record)) return false;
            plan.wanted.push_back(
                *std::ranges::lower_bound(plan.scanned, record.number, {}, &ScannedRecord::number));
            return true;
        });
        if (plan.wanted.size() > wanted_before) {
            std::ranges::sort(plan.wanted, {}, &ScannedRecord::number);
        }
        plan.scanned = {};
    }
}

std::unique_ptr<RecordSource> RunPlan::open(std::size_t file, const std::stop_token& stop) const {
    if (plans_[file].wanted.empty()) return nullptr;
    return open_records(files_[file], plans_[file].wanted, stop);
}

bool RunPlan::reads_nothing() const {
    return std::ranges::all_of(plans_, [](const FilePlan& plan) {
        return plan.mode != ReadMode::All && plan.wanted.empty();
    });
}

bool RunPlan::looked_into_nothing() const {
    return std::ranges::all_of(plans_,
                               [](const FilePlan& plan) { return plan.mode == ReadMode::Nothing; });
}

std::optional<std::uint64_t> RunPlan::wanted_records() const {
    std::uint64_t count = 0;
    for (const auto& plan : plans_) {
        if (plan.mode == ReadMode::All) return std::nullopt;
        count += plan.wanted.size();
    }
    return count;
}

std::uint64_t RunPlan::skipped_records() const {
    std::uint64_t count = 0;
    for (const auto& plan : plans_) count += plan.skipped.size();
    return count;
}

std::uint64_t RunPlan::unchanged_files() const {
    return static_cast<std::uint64_t>(std::ranges::count_if(plans_, [](const FilePlan& plan) {
        return plan.known != nullptr && plan.mode != ReadMode::All && plan.wanted.empty() &&
               plan.skipped.size() == plan.known->records.size();
    }));
}

std::optional<std::uint64_t> RunPlan::bytes_to_read() const {
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < files_.size(); ++i) {
        if (plans_[i].mode == ReadMode::All) {
            if (!files_[i].size) return std::nullopt;
            total += *files_[i].size;
        }
        for (const auto& record : plans_[i].wanted) total += record.size;
    }
    return total;
}

bool RunPlan::is_superseded(std::uint32_t document, const InputPosition& position) const {
    return document < last_.size() && position < last_[document];
}

}  // namespace sitrep::indexer

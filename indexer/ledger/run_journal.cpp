#include "run_journal.hpp"

#include "input_roots.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace sitrep::indexer {
namespace {

/// Docids mostly ascend, so there is soon a larger one.
void mark(std::vector<bool>& documents, std::uint32_t document) {
    if (document >= documents.size()) documents.resize(std::size_t{2} * document + 64);
    documents[document] = true;
}

/// Files of inputs that no longer come are not remembered beyond this many times the documents.
constexpr std::uint64_t kMostRecordsPerDocument = 4;

/// What the index holds of each document: the key of the last record with its id.
std::vector<std::optional<RecordKey>> last_keys(const std::vector<LedgerFile>& files) {
    std::vector<std::optional<RecordKey>> last;
    for (const auto& file : files) {
        for (const auto& record : file.records) {
            if (record.document >= last.size()) last.resize(record.document + 1);
            last[record.document] = record.key;
        }
    }
    return last;
}

/// In the order of the file. There may be millions, so only what is kept is copied.
std::vector<LedgerRecord> merged_records(const std::vector<SkippedRecord>& skipped,
                                         const std::deque<SkippedRecord>& read) {
    std::vector<LedgerRecord> merged;
    merged.reserve(skipped.size() + read.size());
    auto next_read = read.begin();
    for (const auto& record : skipped) {
        for (; next_read != read.end() && next_read->number < record.number; ++next_read) {
            merged.push_back(next_read->record);
        }
        merged.push_back(record.record);
    }
    for (; next_read != read.end(); ++next_read) merged.push_back(next_read->record);
    return merged;
}

void settle_current(LedgerFile& file, const std::vector<std::optional<RecordKey>>& last) {
    for (auto& record : file.records) {
        if (record.document >= last.size() || !last[record.document]) continue;
        record.is_current = record.key == *last[record.document];
    }
}

}  // namespace

RunJournal::RunJournal(const RunPlan& plan, std::vector<LedgerRoot> roots)
    : plan_(plan), roots_(std::move(roots)), read_(plan.files().size()) {
    if (plan.ledger()) untraced_ = plan.ledger()->untraced;
}

void RunJournal::add(const RecordTrace& trace, std::uint32_t document) {
    read_[trace.file].records.push_back({trace.number, {trace.key, document, false}});
    if (!trace.retried.empty()) retried_.emplace_back(trace.retried, document);
    if (trace.is_by_place) note_place(trace);
}

void RunJournal::note_place(const RecordTrace& trace) {
    if (trace.retried.empty()) {
        const auto root = plan_.inputs()[trace.file].root;
        if (root) roots_[*root].has_ids_by_place = true;
        return;
    }
    for (auto& root : roots_) root.has_ids_by_place |= may_hold(root, trace.retried);
}

std::vector<LedgerRoot> RunJournal::roots() const {
    auto sorted = roots_;
    std::ranges::sort(sorted);
    return sorted;
}

void RunJournal::replace_document(std::uint32_t superseded, std::uint32_t kept) {
    replaced_[superseded] = kept;
}

std::uint32_t RunJournal::settled(std::uint32_t document) const {
    const auto found = replaced_.find(document);
    return found == replaced_.end() ? document : found->second;
}

/// 0 if there is none any more.
std::uint32_t RunJournal::renumbered(std::uint32_t document) const {
    if (!renumbered_) return document;
    return document < renumbered_->size() ? (*renumbered_)[document] : 0;
}

LedgerFile RunJournal::renumbered(const LedgerFile& file) const {
    LedgerFile out = file;
    if (!renumbered_) return out;
    for (auto& record : out.records) record.document = renumbered(record.document);
    for (auto& document : out.kept) document = renumbered(document);
    std::erase_if(out.records, [](const LedgerRecord& record) { return record.document == 0; });
    std::erase(out.kept, 0U);
    return out;
}

std::vector<bool> RunJournal::documents_of_refused() const {
    std::vector<bool> documents;
    for (std::size_t i = 0; i < read_.size(); ++i) {
        const LedgerFile* known = plan_.files()[i].known;
        if (read_[i].refused == 0 || known == nullptr) continue;
        for (const auto& record : known->records) mark(documents, record.document);
        for (const std::uint32_t document : known->kept) mark(documents, document);
    }
    if (refuses_any()) {
        for (const std::uint32_t document : untraced_) mark(documents, document);
    }
    return documents;
}

std::uint64_t RunJournal::duplicates() const {
    std::uint64_t records = 0;
    std::vector<bool> seen;
    const auto count = [&](const SkippedRecord& record) {
        ++records;
        mark(seen, settled(record.record.document));
    };
    for (const auto& plan : plan_.files()) std::ranges::for_each(plan.skipped, count);
    for (const auto& file : read_) std::ranges::for_each(file.records, count);
    return records - static_cast<std::uint64_t>(std::ranges::count(seen, true));
}

/// Those of which a record was read or skipped.
std::vector<bool> RunJournal::traced_documents() const {
    std::vector<bool> traced;
    for (std::size_t i = 0; i < read_.size(); ++i) {
        for (const auto& record : plan_.files()[i].skipped) mark(traced, record.record.document);
        for (const auto& record : read_[i].records) mark(traced, settled(record.record.document));
    }
    return traced;
}

std::vector<bool> RunJournal::present_documents() const {
    auto present = traced_documents();
    for (std::size_t i = 0; i < read_.size(); ++i) {
        for (const std::uint32_t document : kept_documents(i)) mark(present, document);
    }
    if (refuses_any()) {
        for (const std::uint32_t document : untraced_) mark(present, renumbered(document));
    }
    return present;
}

/// Documents of records that were in the file before some were refused.
std::vector<std::uint32_t> RunJournal::kept_documents(std::size_t file) const {
    const FilePlan& plan = plan_.files()[file];
    if (read_[file].refused == 0 || plan.known == nullptr) return {};
    std::vector<bool> present;
    for (const auto& record : plan.skipped) mark(present, record.record.document);
    for (const auto& record : read_[file].records) mark(present, settled(record.record.document));
    std::vector<std::uint32_t> kept;
    const auto keep = [&](std::uint32_t known) {
        const std::uint32_t document = renumbered(known);
        if (document == 0 || (document < present.size() && present[document])) return;
        mark(present, document);
        kept.push_back(document);
    };
    for (const auto& record : plan.known->records) keep(record.document);
    std::ranges::for_each(plan.known->kept, keep);
    return kept;
}

bool RunJournal::refuses_any() const {
    return std::ranges::any_of(read_, [](const ReadFile& file) { return file.refused > 0; });
}

/// What a rejects file has was refused before, when its place was read.
bool RunJournal::refuses_unknown() const {
    for (std::size_t i = 0; i < read_.size(); ++i) {
        const bool is_unknown = plan_.files()[i].known == nullptr && !plan_.inputs()[i].is_rejects;
        if (read_[i].refused > 0 && is_unknown) return true;
    }
    return false;
}

void RunJournal::keep_untraced(const std::vector<std::uint32_t>& documents) {
    untraced_.insert(untraced_.end(), documents.begin(), documents.end());
    std::ranges::sort(untraced_);
    const auto repeated = std::ranges::unique(untraced_);
    untraced_.erase(repeated.begin(), repeated.end());
}

std::size_t RunJournal::kept_untraced() const {
    return refuses_any() ? still_untraced().size() : 0;
}

std::vector<LedgerFile> RunJournal::input_files() const {
    std::vector<LedgerFile> files;
    for (std::size_t i = 0; i < read_.size(); ++i) {
        const FilePlan& plan = plan_.files()[i];
        LedgerFile file;
        file.place = plan_.inputs()[i].place;
        file.format = plan_.inputs()[i].format;
        const bool was_relied_upon = plan.known != nullptr && plan.known->stamp == plan.stamp;
        if (plan.stamp && (was_relied_upon || plan.is_settled)) file.stamp = plan.stamp;
        file.refused = read_[i].refused;
        file.records = merged_records(plan.skipped, read_[i].records);
        for (auto& record : file.records) record.document = settled(record.document);
        file.kept = kept_documents(i);
        files.push_back(std::move(file));
    }
    return files;
}

InputLedger RunJournal::ledger(OtherFiles others) const {
    InputLedger ledger;
    ledger.roots = roots();
    ledger.files = input_files();
    const auto last = last_keys(ledger.files);
    for (auto& file : ledger.files) settle_current(file, last);
    // What came by standard input is not asked for again under any name.
    std::erase_if(ledger.files, [](const LedgerFile& file) { return file.place.empty(); });
    if (others == OtherFiles::Keep && plan_.ledger()) {
        const std::size_t own = ledger.files.size();
        keep_other_files(ledger);
        for (std::size_t i = own; i < ledger.files.size(); ++i) {
            settle_current(ledger.files[i], last);
        }
    }
    keep_retried(ledger);
    // A run that may remove reports has removed those that no refused record can claim any more.
    if (others == OtherFiles::Keep || refuses_any()) ledger.untraced = still_untraced();
    return ledger;
}

/// Without those that a record of this run has made its own.
std::vector<std::uint32_t> RunJournal::still_untraced() const {
    if (untraced_.empty()) return {};
    const auto traced = traced_documents();
    std::vector<std::uint32_t> untraced;
    for (const std::uint32_t known : untraced_) {
        const std::uint32_t document = renumbered(known);
        const bool is_traced = document < traced.size() && traced[document];
        if (document != 0 && !is_traced) untraced.push_back(document);
    }
    return untraced;
}

/// Where they stood they are still refused, until somebody mends them there too.
void RunJournal::keep_retried(InputLedger& ledger) const {
    if (retried_.empty()) return;
    std::unordered_map<std::string_view, LedgerFile*> by_place;
    for (auto& file : ledger.files) by_place.emplace(file.place, &file);
    for (const auto& [place, document] : retried_) {
        const auto found = by_place.find(place);
        if (found != by_place.end()) found->second->kept.push_back(document);
    }
}

void RunJournal::keep_other_files(InputLedger& ledger) const {
    std::unordered_set<std::string_view> own;
    for (const auto& input : plan_.inputs()) own.insert(input.place);
    std::uint64_t room = kMostRecordsPerDocument * plan_.ledger()->documents;
    for (const auto& file : plan_.ledger()->files) {
        if (own.contains(file.place)) continue;
        if (file.records.size() > room) return;
        room -= file.records.size();
        ledger.files.push_back(renumbered(file));
    }
}

}  // namespace sitrep::indexer

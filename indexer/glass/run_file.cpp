#include "run_file.hpp"

#include "encoding.hpp"

namespace sitrep::indexer::glass {
namespace {

/// The length of a term that there is not.
constexpr std::string_view kEndMark{"\0", 1};

}  // namespace

void RunFileWriter::add(const RunTerm& term) {
    header_.clear();
    append_string(header_, term.name);
    append_uint(header_, term.term_frequency);
    append_uint(header_, term.collection_frequency);
    append_uint(header_, term.postings.size());
    file_.append(header_);
    file_.append(term.postings);
}

void RunFileWriter::finish() {
    file_.append(kEndMark);
    file_.flush();
}

bool RunFileCursor::next() {
    const auto name_size = static_cast<std::size_t>(file_.read_uint());
    if (name_size == 0) return false;
    name_ = file_.read(name_size);
    term_.name = name_;
    term_.term_frequency = static_cast<std::uint32_t>(file_.read_uint());
    term_.collection_frequency = file_.read_uint();
    term_.postings = file_.read(static_cast<std::size_t>(file_.read_uint()));
    return true;
}

}  // namespace sitrep::indexer::glass

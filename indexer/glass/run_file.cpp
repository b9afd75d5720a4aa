#include "run_file.hpp"

#include "encoding.hpp"

namespace sitrep::indexer::glass {

void RunFileWriter::add(const RunTerm& term) {
    header_.clear();
    append_string(header_, term.name);
    append_uint(header_, term.term_frequency);
    append_uint(header_, term.collection_frequency);
    append_uint(header_, term.postings.size());
    file_.append(header_);
    file_.append(term.postings);
}

bool RunFileCursor::next() {
    if (file_.at_end()) return false;
    name_ = file_.read(static_cast<std::size_t>(file_.read_uint()));
    term_.name = name_;
    term_.term_frequency = static_cast<std::uint32_t>(file_.read_uint());
    term_.collection_frequency = file_.read_uint();
    term_.postings = file_.read(static_cast<std::size_t>(file_.read_uint()));
    return true;
}

}  // namespace sitrep::indexer::glass

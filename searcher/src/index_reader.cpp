#include "database_session.hpp"
#include "date_filter.hpp"
#include "query_parser.hpp"
#include "search_execution.hpp"

#include <chrono>

#include <sitrep/schema/index_layout.hpp>
#include <sitrep/schema/stored_report.hpp>
#include <sitrep/schema/term.hpp>
#include <sitrep/searcher/index_reader.hpp>

namespace sitrep::searcher {
namespace {

using Clock = std::chrono::steady_clock;

std::chrono::sys_days system_date() {
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

std::uint64_t size_on_disk(const std::filesystem::path& dir, std::uint64_t generation) {
    std::uint64_t bytes = 0;
    std::error_code error;
    const auto folder = dir / schema::generation_name(generation);
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const auto size = entry.file_size(error);
        if (!error) bytes += size;
    }
    return bytes;
}

}  // namespace

class IndexReader::Impl {
public:
    explicit Impl(const std::filesystem::path& dir) : pool(dir) {}

    template <typename Action>
    auto with_query(const SearchRequest& request, Action action) {
        const auto today = request.today.value_or(system_date());
        const QueryNode root = parse_query(request.text, today);
        return pool.run([&](DatabaseSession& session) {
            return action(session, ParsedRequest{request, root, today});
        });
    }

    SessionPool pool;
};

IndexReader::IndexReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
IndexReader::~IndexReader() = default;
IndexReader::IndexReader(IndexReader&&) noexcept = default;
IndexReader& IndexReader::operator=(IndexReader&&) noexcept = default;

IndexReader IndexReader::open(const std::filesystem::path& dir) {
    auto impl = std::make_unique<Impl>(dir);
    impl->pool.run([](DatabaseSession&) { return true; });
    return IndexReader(std::move(impl));
}

SearchResults IndexReader::search(const SearchRequest& request) const {
    const auto start = Clock::now();
    auto results =
        impl_->with_query(request, [](DatabaseSession& session, const ParsedRequest& parsed) {
            return execute(session, parsed);
        });
    results.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    return results;
}

Explanation IndexReader::explain(const SearchRequest& request) const {
    return impl_->with_query(request, [](DatabaseSession& session, const ParsedRequest& parsed) {
        return searcher::explain(session, parsed);
    });
}

std::optional<schema::Report> IndexReader::report(std::string_view id) const {
    return impl_->pool.run([&](DatabaseSession& session) -> std::optional<schema::Report> {
        const std::string term = schema::id_term(id);
        const auto posting = session.database().postlist_begin(term);
        if (posting == session.database().postlist_end(term)) return std::nullopt;
        const std::string data = session.database().get_document(*posting).get_data();
        return schema::decode_report(schema::view_report(session.unpacker().unpack(data)));
    });
}

IndexInfo IndexReader::info() const {
    return impl_->pool.run([&](DatabaseSession& session) {
        const auto& database = session.database();
        IndexInfo info;
        info.description = schema::with_times(session.description(), impl_->pool.dir());
        info.reports = database.get_doccount();
        info.average_words = database.get_avlength();
        info.dates = publication_dates(database);
        info.bytes_on_disk = size_on_disk(impl_->pool.dir(), info.description.generation);
        info.stemmers = session.stemmers();
        info.runs = schema::recent_runs(impl_->pool.dir());
        info.has_vocabulary = !session.vocabulary()->additions().empty();
        return info;
    });
}

std::shared_ptr<const schema::Vocabulary> IndexReader::vocabulary() const {
    return impl_->pool.run([](DatabaseSession& session) { return session.vocabulary(); });
}

}  // namespace sitrep::searcher

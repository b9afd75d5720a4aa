#include "sitrep_engine.hpp"

#include <sitrep/indexer/index_job.hpp>
#include <sitrep/schema/field_table.hpp>
#include <sitrep/schema/report_date.hpp>

namespace sitrep::bench {
namespace {

searcher::SearchRequest request_of(const BenchQuery& query) {
    searcher::SearchRequest request;
    request.text = query.text;
    if (!query.country.empty()) request.countries = {query.country};
    if (query.since) request.since = schema::iso_day(*query.since);
    if (query.until) request.until = schema::iso_day(*query.until);
    request.limit = query.show == Show::Facets ? 0 : kHitsShown;
    request.snippet_length = kSnippetLength;
    if (query.show == Show::HitsAndFacet) request.facets = {schema::FieldId::Country};
    if (query.show == Show::Facets)
        request.facets = {schema::facet_fields().begin(), schema::facet_fields().end()};
    return request;
}

indexer::JobOptions job_options(const std::filesystem::path& jsonl,
                                const std::filesystem::path& dir,
                                const SitrepIndexOptions& options) {
    indexer::JobOptions job;
    job.db = dir;
    job.inputs = {jsonl.string()};
    job.format = indexer::InputFormat::Jsonl;
    job.threads = options.threads;
    job.writer.infer = options.infer;
    job.writer.positions = options.positions;
    job.engine = options.engine;
    job.memory = options.memory;
    return job;
}

}  // namespace

std::uint64_t index_with_sitrep(const std::filesystem::path& jsonl,
                                const std::filesystem::path& dir,
                                const SitrepIndexOptions& options) {
    return indexer::IndexJob(job_options(jsonl, dir, options)).run().documents;
}

std::uint64_t SitrepSearch::answer(const BenchQuery& query) const {
    return reader_.search(request_of(query)).total;
}

}  // namespace sitrep::bench

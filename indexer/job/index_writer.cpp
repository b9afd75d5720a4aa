#include "documents/document_builder.hpp"
#include "documents/language_detection.hpp"
#include "pipeline/report_worker.hpp"
#include "targets/index_store.hpp"

#include <algorithm>
#include <sitrep_internal/translated_errors.hpp>
#include <string>
#include <utility>
#include <vector>

#include <sitrep/indexer/index_writer.hpp>
#include <sitrep/schema/error.hpp>
#include <sitrep/schema/utf8.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {
namespace {

void require_indexable(const schema::Report& report) {
    const auto refuse = [&](const std::string& what) {
        throw schema::Error(schema::ErrorCode::Usage, "report " + report.id + " " + what,
                            "give each report an id and a title or text, in UTF-8");
    };
    if (report.id.empty()) refuse("has no id");
    if (report.title.empty() && report.body.empty()) refuse("has neither title nor body");
    const auto require_text = [&](const std::string& text) {
        if (!schema::is_valid_utf8(text)) refuse("is not valid UTF-8");
    };
    for (const auto* text :
         {&report.id, &report.title, &report.body, &report.source, &report.language, &report.url}) {
        require_text(*text);
    }
    for (const auto* list : {&report.countries, &report.actors, &report.topics, &report.places}) {
        std::ranges::for_each(*list, require_text);
    }
}

/// As records are read: each value once, none empty.
void make_canonical(std::vector<std::string>& values, schema::FieldId field,
                    const schema::Vocabulary& vocabulary) {
    std::vector<std::string> out;
    for (const auto& value : values) {
        auto canonical = vocabulary.canonical_value(field, value);
        if (!canonical.empty() && std::ranges::find(out, canonical) == out.end()) {
            out.push_back(std::move(canonical));
        }
    }
    values = std::move(out);
}

void make_canonical(schema::Report& report, const schema::Vocabulary& vocabulary) {
    using enum schema::FieldId;
    make_canonical(report.countries, Country, vocabulary);
    make_canonical(report.actors, Actor, vocabulary);
    make_canonical(report.topics, Topic, vocabulary);
    report.source = vocabulary.canonical_value(Source, report.source);
    report.language = vocabulary.canonical_value(Language, report.language);
}

}  // namespace

class IndexWriter::Impl {
public:
    Impl(const std::filesystem::path& dir, const WriterOptions& options)
        : infer_(options.infer),
          folder_(dir),
          store_(folder_, options),
          builder_(analysis_options(options,
                                    {store_.description(), store_.learned(), store_.vocabulary()})
                       .document) {}

    PutOutcome put(schema::Report report) {
        require_indexable(report);
        make_canonical(report, *store_.vocabulary());
        const std::string language =
            settle_language(report, store_.description().default_language,
                            infer_ ? RecordLanguage::Yes : RecordLanguage::No);
        return store_.put(builder_.build(std::move(report), language)).outcome;
    }

    bool remove(const std::string& id) {
        const std::uint32_t document = store_.find(id);
        if (document != 0) store_.remove(document);
        return document != 0;
    }

    IndexStore& store() { return store_; }

    template <typename Action>
    decltype(auto) guarded(Action&& action) const {
        return schema::translating_errors(folder_.dir().string(), std::forward<Action>(action));
    }

private:
    bool infer_;
    IndexFolder folder_;
    IndexStore store_;
    DocumentBuilder builder_;
};

IndexWriter::IndexWriter(const std::filesystem::path& dir, const WriterOptions& options)
    : impl_(schema::translating_errors(dir.string(),
                                       [&] { return std::make_unique<Impl>(dir, options); })) {}
IndexWriter::~IndexWriter() = default;
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;

PutOutcome IndexWriter::put(schema::Report report) {
    return impl_->guarded([&] { return impl_->put(std::move(report)); });
}
bool IndexWriter::remove(std::string_view id) {
    return impl_->guarded([&] { return impl_->remove(std::string(id)); });
}
void IndexWriter::commit() {
    impl_->guarded([&] { impl_->store().commit(); });
}
std::uint64_t IndexWriter::report_count() const {
    return impl_->guarded([&] { return impl_->store().document_count(); });
}

}  // namespace sitrep::indexer

#pragma once

#include <memory>
#include <string>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/language.hpp>

#include "enrich/enrichment_model.hpp"
#include "enrich/name_reader.hpp"
#include "enrich/word_reader.hpp"

namespace sitrep::test {

/// Reads words and names of texts with the built-in vocabulary.
class TextReader {
public:
    const indexer::EnrichmentModel& model() const { return *model_; }
    /// Of the last text.
    const indexer::ReportText& text() const { return text_; }

    /// Valid until the next call, as `text` is.
    indexer::ReadNames read(const std::string& title, const std::string& body,
                            const std::string& language = "en") {
        title_ = title;
        body_ = body;
        read(title_, language, text_.title);
        read(body_, language, text_.body);
        return names_.read(text_, {});
    }

private:
    void read(const std::string& text, const std::string& language, indexer::TextPart& out) {
        const auto& tokens = analyzer_.analyze(text, schema::stemmer_for(language));
        words_.read(text, tokens, language, analyzer_.vocabulary_age(), out);
    }

    std::shared_ptr<const indexer::EnrichmentModel> model_ = indexer::EnrichmentModel::builtin();
    schema::Analyzer analyzer_;
    indexer::WordReader words_{*model_};
    indexer::NameReader names_{*model_};
    std::string title_;
    std::string body_;
    indexer::ReportText text_;
};

}  // namespace sitrep::test

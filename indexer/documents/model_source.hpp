#pragma once

#include "enrich/enrichment_model.hpp"

#include <memory>
#include <mutex>

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

/// Gives the one model that all threads of a job infer with. It is made when the first report is
/// analyzed, so that a run which reads nothing does not pay for it. Copies share it.
class ModelSource {
public:
    /// Gives none: nothing is inferred.
    ModelSource() = default;
    explicit ModelSource(std::shared_ptr<const schema::Vocabulary> vocabulary)
        : shared_(std::make_shared<Shared>()) {
        shared_->vocabulary = std::move(vocabulary);
    }
    /// Gives one that is there already.
    ModelSource(std::shared_ptr<const EnrichmentModel> model)
        : shared_(std::make_shared<Shared>()) {
        shared_->model = std::move(model);
    }

    explicit operator bool() const noexcept { return shared_ != nullptr; }

    [[nodiscard]] std::shared_ptr<const EnrichmentModel> model() const {
        std::call_once(shared_->once, [this] {
            if (!shared_->model) shared_->model = model_of(*shared_->vocabulary);
        });
        return shared_->model;
    }

private:
    static std::shared_ptr<const EnrichmentModel> model_of(const schema::Vocabulary& vocabulary) {
        if (vocabulary.additions().empty()) return EnrichmentModel::builtin();
        return std::make_shared<const EnrichmentModel>(vocabulary);
    }

    struct Shared {
        std::once_flag once;
        std::shared_ptr<const schema::Vocabulary> vocabulary;
        std::shared_ptr<const EnrichmentModel> model;
    };
    std::shared_ptr<Shared> shared_;
};

}  // namespace sitrep::indexer

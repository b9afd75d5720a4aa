#pragma once

#include <string_view>

namespace sitrep::indexer {

/// The built-in vocabulary as `compile_model` gave it when the library was built.
extern const std::string_view kBuiltinModel;

}  // namespace sitrep::indexer

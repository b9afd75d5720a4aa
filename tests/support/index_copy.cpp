#include "support/index_copy.hpp"

#include <xapian.h>

#include <sitrep/schema/index_format.hpp>
#include <sitrep/schema/index_layout.hpp>

#include "support/files.hpp"

namespace sitrep::test {
namespace {

Xapian::Document without_positions(const Xapian::Document& document) {
    Xapian::Document out;
    out.set_data(document.get_data());
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
        out.add_value(value.get_valueno(), *value);
    }
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
        out.add_term(*term, term.get_wdf());
    }
    return out;
}

}  // namespace

void copy_without_positions(const std::filesystem::path& from, const std::filesystem::path& to) {
    const Xapian::Database source(from.string());
    auto description =
        schema::description_from_json(source.get_metadata(schema::kDescriptionKey));
    std::erase_if(description.features,
                  [](const schema::IndexFeature& feature) { return feature.name == "positions"; });
    description.generation = 1;
    const std::string text = schema::to_json(description, schema::Times::Include);

    const auto generation = to / schema::generation_name(description.generation);
    std::filesystem::create_directories(to);
    Xapian::WritableDatabase target(generation.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    for (auto docid = source.postlist_begin(""); docid != source.postlist_end(""); ++docid) {
        target.replace_document(*docid, without_positions(source.get_document(*docid)));
    }
    target.set_metadata(schema::kDescriptionKey, text);
    target.commit();
    write_file(to / schema::kManifestName, text);
    write_file(to / schema::kStubName, schema::stub_text(description.generation));
}

}  // namespace sitrep::test

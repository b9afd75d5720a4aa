#include <sitrep/schema/version.hpp>

namespace sitrep::schema {

std::string_view program_version() noexcept {
    return SITREP_VERSION;
}
std::string_view snowball_version() noexcept {
    return SITREP_SNOWBALL_VERSION;
}

}  // namespace sitrep::schema

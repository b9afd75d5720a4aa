# Snowball::Snowball, from libstemmer-dev.
find_path(Snowball_INCLUDE_DIR libstemmer.h)
find_library(Snowball_LIBRARY stemmer)

# The library does not say its version; Debian's package does.
set(Snowball_VERSION unknown)
find_program(Snowball_DPKG_QUERY dpkg-query)
if(Snowball_DPKG_QUERY)
  execute_process(COMMAND "${Snowball_DPKG_QUERY}" -W -f "\${Version}" libstemmer-dev
    OUTPUT_VARIABLE Snowball_package_version ERROR_QUIET)
  string(REGEX MATCH "^[0-9.]+" Snowball_package_version "${Snowball_package_version}")
  if(Snowball_package_version)
    set(Snowball_VERSION "${Snowball_package_version}")
  endif()
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Snowball REQUIRED_VARS Snowball_LIBRARY Snowball_INCLUDE_DIR)

if(Snowball_FOUND AND NOT TARGET Snowball::Snowball)
  add_library(Snowball::Snowball UNKNOWN IMPORTED)
  set_target_properties(Snowball::Snowball PROPERTIES
    IMPORTED_LOCATION "${Snowball_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${Snowball_INCLUDE_DIR}")
endif()
mark_as_advanced(Snowball_DPKG_QUERY Snowball_INCLUDE_DIR Snowball_LIBRARY)

# Snowball::Snowball, from libstemmer-dev.

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
mark_as_advanced(Snowball_DPKG_QUERY)

include("${CMAKE_CURRENT_LIST_DIR}/SitrepFindLibrary.cmake")
sitrep_find_library(Snowball libstemmer.h stemmer)

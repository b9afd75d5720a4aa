# Xapian::Xapian, from libxapian-dev.
find_path(Xapian_INCLUDE_DIR xapian.h)
if(Xapian_INCLUDE_DIR AND EXISTS "${Xapian_INCLUDE_DIR}/xapian/version.h")
  file(STRINGS "${Xapian_INCLUDE_DIR}/xapian/version.h" Xapian_version_line
    REGEX "define XAPIAN_VERSION ")
  string(REGEX REPLACE ".*\"([0-9.]+)\".*" "\\1" Xapian_VERSION "${Xapian_version_line}")
endif()

include("${CMAKE_CURRENT_LIST_DIR}/SitrepFindLibrary.cmake")
sitrep_find_library(Xapian xapian.h xapian)

# Zstd::Zstd, from libzstd-dev.
include("${CMAKE_CURRENT_LIST_DIR}/SitrepFindLibrary.cmake")
sitrep_find_library(Zstd zstd.h zstd)

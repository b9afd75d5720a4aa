# XxHash::XxHash, from libxxhash-dev.
include("${CMAKE_CURRENT_LIST_DIR}/SitrepFindLibrary.cmake")
sitrep_find_library(XxHash xxhash.h xxhash)

# Cld2::Cld2, from libcld2-dev.
include("${CMAKE_CURRENT_LIST_DIR}/SitrepFindLibrary.cmake")
sitrep_find_library(Cld2 cld2/public/compact_lang_det.h cld2)

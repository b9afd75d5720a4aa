# sitrep_library(NAME HEADERS ... SOURCES ...): one of the three libraries, with its public headers by name.
function(sitrep_library name)
  cmake_parse_arguments(arg "" "" "HEADERS;SOURCES" ${ARGN})
  set(target sitrep_${name})
  add_library(${target} STATIC ${arg_SOURCES})
  add_library(sitrep::${name} ALIAS ${target})
  list(TRANSFORM arg_HEADERS PREPEND include/sitrep/${name}/)
  target_sources(${target} PUBLIC
    FILE_SET HEADERS BASE_DIRS include FILES ${arg_HEADERS})
  target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:sitrep_build_flags>)
  set_target_properties(${target} PROPERTIES
    EXPORT_NAME ${name}
    POSITION_INDEPENDENT_CODE ON
    CXX_EXTENSIONS OFF
    CXX_VISIBILITY_PRESET hidden)
endfunction()

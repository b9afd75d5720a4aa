# What `cmake --install` puts where: the program, the three libraries with their headers, the CMake
# package and pkg-config files to find them, and what belongs to the program.
include(CMakePackageConfigHelpers)

install(TARGETS sitrep RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")

# Each library is an export set of its own, so that a component brings only what it needs.
set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/Sitrep")
foreach(component IN ITEMS schema indexer searcher)
  install(TARGETS sitrep_${component} EXPORT Sitrep_${component}
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
    FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
  install(EXPORT Sitrep_${component}
    FILE Sitrep_${component}.cmake
    NAMESPACE sitrep::
    DESTINATION "${package_dir}")
endforeach()

configure_package_config_file(cmake/SitrepConfig.cmake.in
  "${PROJECT_BINARY_DIR}/SitrepConfig.cmake"
  INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/SitrepConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES
  "${PROJECT_BINARY_DIR}/SitrepConfig.cmake"
  "${PROJECT_BINARY_DIR}/SitrepConfigVersion.cmake"
  cmake/FindCld2.cmake
  cmake/FindLibdeflate.cmake
  cmake/FindSnowball.cmake
  cmake/FindXapian.cmake
  cmake/FindXxHash.cmake
  cmake/FindZstd.cmake
  cmake/SitrepFindLibrary.cmake
  DESTINATION "${package_dir}")

# The prefix is given from the file's own place, so that an installed tree can be moved.
file(RELATIVE_PATH pc_prefix "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_PREFIX}")
string(REGEX REPLACE "/$" "" pc_prefix "${pc_prefix}")
foreach(component IN ITEMS schema indexer searcher)
  configure_file(cmake/sitrep-${component}.pc.in "${PROJECT_BINARY_DIR}/sitrep-${component}.pc" @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/sitrep-${component}.pc"
    DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
endforeach()

install(DIRECTORY schema/vocabulary DESTINATION "${CMAKE_INSTALL_DATADIR}/sitrep")
install(DIRECTORY share/systemd share/cron share/logrotate
  DESTINATION "${CMAKE_INSTALL_DATADIR}/sitrep/examples"
  PATTERN sitrep-index.service EXCLUDE)
# The unit runs the program where it is installed.
file(READ share/systemd/sitrep-index.service unit)
string(REPLACE "/usr/bin/sitrep" "${CMAKE_INSTALL_FULL_BINDIR}/sitrep" unit "${unit}")
file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/sitrep-index.service" CONTENT "${unit}" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/sitrep-index.service"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/sitrep/examples/systemd")
install(FILES LICENSE README.md DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/doc/sitrep")
install(FILES cli/man/sitrep.1 DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES cli/completions/sitrep.bash RENAME sitrep
  DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
install(FILES cli/completions/_sitrep
  DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions")
install(FILES cli/completions/sitrep.fish
  DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")

# Every build of a developer compiles each public header alone, as an outside program may include it.
if(CMAKE_VERIFY_INTERFACE_HEADER_SETS)
  add_custom_target(verify_public_headers ALL)
  add_dependencies(verify_public_headers all_verify_interface_header_sets)
endif()

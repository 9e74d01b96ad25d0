# cmake --install: the command, the libraries with their public headers, the model, the schemas, and
# a package that find_package(relata) finds.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/relata)
install(TARGETS relata EXPORT relata-targets)
install(EXPORT relata-targets NAMESPACE relata:: DESTINATION ${package_dir})
configure_package_config_file(
  ${PROJECT_SOURCE_DIR}/cmake/relata-config.cmake.in
  ${PROJECT_BINARY_DIR}/relata-config.cmake
  INSTALL_DESTINATION ${package_dir}
  PATH_VARS CMAKE_INSTALL_FULL_DATADIR)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/relata-config-version.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/relata-config.cmake
              ${PROJECT_BINARY_DIR}/relata-config-version.cmake
              ${PROJECT_SOURCE_DIR}/cmake/ImportedLibraries.cmake
        DESTINATION ${package_dir})

install(DIRECTORY ${PROJECT_SOURCE_DIR}/models/ DESTINATION ${CMAKE_INSTALL_DATADIR}/relata/models)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/schemas/
        DESTINATION ${CMAKE_INSTALL_DATADIR}/relata/schemas FILES_MATCHING PATTERN "*.json*")
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/NOTICE
              ${PROJECT_SOURCE_DIR}/README.md
        DESTINATION ${CMAKE_INSTALL_DOCDIR})

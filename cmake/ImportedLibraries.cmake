# Imported targets for the libraries that bring no CMake package of their own. Installed beside
# relata-config.cmake, so that a project that links relata makes them anew on its own machine.
find_package(PkgConfig REQUIRED)
pkg_check_modules(Zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(Gumbo REQUIRED IMPORTED_TARGET gumbo)

find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h REQUIRED)
find_library(CLD2_LIBRARY cld2 REQUIRED)
mark_as_advanced(CLD2_INCLUDE_DIR CLD2_LIBRARY)
if(NOT TARGET relata_cld2)
  add_library(relata_cld2 INTERFACE IMPORTED)
  target_include_directories(relata_cld2 SYSTEM INTERFACE ${CLD2_INCLUDE_DIR})
  target_link_libraries(relata_cld2 INTERFACE ${CLD2_LIBRARY})
endif()

find_path(RAPIDJSON_INCLUDE_DIR rapidjson/rapidjson.h REQUIRED)
mark_as_advanced(RAPIDJSON_INCLUDE_DIR)
if(NOT TARGET relata_rapidjson)
  add_library(relata_rapidjson INTERFACE IMPORTED)
  target_include_directories(relata_rapidjson SYSTEM INTERFACE ${RAPIDJSON_INCLUDE_DIR})
endif()

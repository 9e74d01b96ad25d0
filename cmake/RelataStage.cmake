# One CMake target a stage: relata_<name>, with its headers, its sources and its tests.

# Warnings that the whole tree is silent under; set on our own targets only.
add_library(relata_warnings INTERFACE)
target_compile_options(relata_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                                                 -ffp-contract=off)
# GCC 12 warns about std::string's own operator+ (https://gcc.gnu.org/bugzilla/show_bug.cgi?id=105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(relata_warnings INTERFACE -Wno-restrict)
endif()
if(RELATA_WERROR)
  target_compile_options(relata_warnings INTERFACE -Werror)
endif()

# Of what is built, tests are a half; optimised less, they take a third less time.
set(RELATA_TEST_OPTIMISATION -O1 CACHE STRING "How the sources of tests are optimised")
mark_as_advanced(RELATA_TEST_OPTIMISATION)

# relata_stage(NAME [STAGES earlier-stage...] [PUBLIC library...] [PRIVATE library...])
#
# Makes relata_NAME from src/NAME/*.cpp and include/relata/NAME/*.hpp, linked to the stages before
# it that it names, and, with RELATA_BUILD_TESTS, relata_NAME_test from tests/NAME/*_test.cpp.
function(relata_stage name)
  cmake_parse_arguments(ARG "" "" "STAGES;PUBLIC;PRIVATE" ${ARGN})
  set(root ${PROJECT_SOURCE_DIR})
  file(GLOB sources CONFIGURE_DEPENDS ${root}/src/${name}/*.cpp)
  file(GLOB headers CONFIGURE_DEPENDS ${root}/include/relata/${name}/*.hpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  if(NOT sources)
    return()
  endif()
  add_library(relata_${name} STATIC ${sources})
  add_library(relata::${name} ALIAS relata_${name})
  target_sources(relata_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${root}/include FILES ${headers})
  target_include_directories(relata_${name} PRIVATE ${root}/src)
  target_compile_features(relata_${name} PUBLIC cxx_std_20)
  foreach(stage IN LISTS ARG_STAGES)
    target_link_libraries(relata_${name} PUBLIC relata_${stage})
  endforeach()
  target_link_libraries(relata_${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE}
                                       $<BUILD_INTERFACE:relata_warnings>)
  set_target_properties(relata_${name} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON)
  if(NOT name STREQUAL "cli")
    install(TARGETS relata_${name} EXPORT relata-targets FILE_SET HEADERS)
  endif()

  file(GLOB tests CONFIGURE_DEPENDS ${root}/tests/${name}/*_test.cpp)
  if(RELATA_BUILD_TESTS AND tests)
    add_executable(relata_${name}_test ${tests})
    target_include_directories(relata_${name}_test PRIVATE ${root}/src ${root}/tests)
    target_compile_options(relata_${name}_test PRIVATE ${RELATA_TEST_OPTIMISATION})
    target_compile_definitions(relata_${name}_test PRIVATE RELATA_SOURCE_DIR="${root}")
    target_link_libraries(relata_${name}_test PRIVATE relata_${name} relata_warnings
                                                      GTest::gmock GTest::gtest_main)
    gtest_discover_tests(relata_${name}_test TEST_PREFIX ${name}. DISCOVERY_TIMEOUT 60)
  endif()
endfunction()

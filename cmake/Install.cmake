# What `cmake --install` and `cpack` put where. The manual page and the completions are printed by the program itself.
include(GNUInstallDirs)

set(made ${PROJECT_BINARY_DIR}/made)
set(crosscheck_pages)
foreach(row "crosscheck.1|man" "crosscheck.bash|completions;bash" "_crosscheck|completions;zsh"
            "crosscheck.fish|completions;fish")
  string(REPLACE "|" ";" row "${row}")
  list(POP_FRONT row file)
  add_custom_command(
    OUTPUT ${made}/${file}
    COMMAND ${CMAKE_COMMAND} -D PROGRAM=$<TARGET_FILE:crosscheck_cli> "-DARGUMENTS=${row}" -D OUT=${made}/${file}
            -P ${PROJECT_SOURCE_DIR}/cmake/PrintTo.cmake
    DEPENDS crosscheck_cli ${PROJECT_SOURCE_DIR}/cmake/PrintTo.cmake
    VERBATIM)
  list(APPEND crosscheck_pages ${made}/${file})
endforeach()
add_custom_target(crosscheck_pages ALL DEPENDS ${crosscheck_pages})

install(TARGETS crosscheck_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(FILES ${made}/crosscheck.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${made}/crosscheck.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME crosscheck COMPONENT program)
install(FILES ${made}/_crosscheck DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT program)
install(FILES ${made}/crosscheck.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
install(FILES README.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs COMPONENT program)

# The library, for find_package(crosscheck); not in the .deb, which is the program.
include(CMakePackageConfigHelpers)
set(crosscheck_cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/crosscheck)
install(TARGETS crosscheck EXPORT crosscheckTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library)
install(DIRECTORY include/crosscheck DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT library)
install(EXPORT crosscheckTargets NAMESPACE crosscheck:: DESTINATION ${crosscheck_cmake_dir} COMPONENT library)
configure_package_config_file(cmake/crosscheckConfig.cmake.in ${made}/crosscheckConfig.cmake
                              INSTALL_DESTINATION ${crosscheck_cmake_dir})
write_basic_package_version_file(${made}/crosscheckConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${made}/crosscheckConfig.cmake ${made}/crosscheckConfigVersion.cmake DESTINATION ${crosscheck_cmake_dir}
        COMPONENT library)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME crosscheck)
set(CPACK_PACKAGE_CONTACT "The crosscheck maintainers <maintainers@crosscheck.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_COMPONENTS_ALL program)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_STRIP_FILES ON)
include(CPack)

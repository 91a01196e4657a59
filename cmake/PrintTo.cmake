# Writes what PROGRAM prints for ARGUMENTS (a list) into OUT.
execute_process(COMMAND ${PROGRAM} ${ARGUMENTS} OUTPUT_VARIABLE text RESULT_VARIABLE code)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} ${ARGUMENTS}: ${code}")
endif()
file(WRITE ${OUT} "${text}")

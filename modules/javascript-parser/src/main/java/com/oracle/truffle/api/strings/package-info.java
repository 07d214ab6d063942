/** What GraalJS' parser needs of Truffle's strings, and no more. */
package com.oracle.truffle.api.strings;

package dev.joist.runtime.heap;

/**
 * @param collections so far
 * @param bytesAllocated in cells so far, exact, sizes rounded up to their class
 * @param liveBytes in cells after the last collection
 * @param reservedBytes taken from the system
 */
public record HeapStatistics(long collections, long bytesAllocated, long liveBytes, long reservedBytes) {}

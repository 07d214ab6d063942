/** What an application sees. */
module dev.joist.embedding {

}

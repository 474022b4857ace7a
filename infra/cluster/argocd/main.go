// Argo CD's application controller and repository server as one program, chosen by the first argument. Its web interface, API
// server and command line are left out: they double the build.
package main

import (
	"os"

	controller "github.com/argoproj/argo-cd/v3/cmd/argocd-application-controller/commands"
	repository "github.com/argoproj/argo-cd/v3/cmd/argocd-repo-server/commands"
	"github.com/argoproj/argo-cd/v3/util/log"
	"github.com/spf13/cobra"
	"k8s.io/klog/v2"
)

func main() {
	klog.SetLogger(log.NewLogrusLogger(log.NewWithCurrentConfig()))
	argocd := &cobra.Command{Use: "argocd", SilenceUsage: true}
	argocd.AddCommand(controller.NewCommand(), repository.NewCommand())
	if argocd.Execute() != nil {
		os.Exit(1)
	}
}
